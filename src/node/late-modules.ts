/**
 * Modules of Node that a short run does without. Loading one takes about as long as checking a record, so that each is
 * loaded when somebody first needs it.
 */
export const childProcess = () => process.getBuiltinModule('node:child_process');
export const crypto = () => process.getBuiltinModule('node:crypto');
export const workerThreads = () => process.getBuiltinModule('node:worker_threads');
