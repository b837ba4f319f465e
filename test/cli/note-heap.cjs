/** Writes how much of the heap lives after some lines of standard output, and after the last one. Needs --expose-gc. */
const { writeFileSync } = require('node:fs');

const { HEAP_AFTER, HEAP_NOTE } = process.env;
const write = process.stdout.write.bind(process.stdout);
const noted = [];
let lines = 0;
const note = () => {
  global.gc();
  noted.push(process.memoryUsage().heapUsed);
};
process.stdout.write = (...args) => {
  lines += 1;
  if (lines === Number(HEAP_AFTER)) note();
  return write(...args);
};
process.on('exit', () => {
  note();
  writeFileSync(HEAP_NOTE, JSON.stringify({ lines, noted }));
});
