import { installBuild } from './test/vscode/host/install-build.ts';
import { floor, recent } from './test/vscode/host/builds.ts';
import { chromium } from './test/vscode/host/chromium.ts';
console.log(chromium()); for (const b of [recent, floor]) console.log(installBuild(b));
