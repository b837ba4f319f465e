/**
 * The dot reporter of mocha, which also writes its counts as JSON to the file that TEST_COUNTS names, so that the whole
 * test run can add them up. A test that is skipped counts as failed: nothing may be passed over in silence.
 */
const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

module.exports = class Counts extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = runner.stats;
      if (process.env.TEST_COUNTS) {
        writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ passed: passes, failed: failures + pending }));
      }
    });
  }
};
