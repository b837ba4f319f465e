import type { Command } from '../commands.ts';

export const restartServer: Command = ({ server }) => server.restart();
