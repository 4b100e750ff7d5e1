// Starts the demo login site: npm run demo -- [--port N] [--db FILE] [--seed TEXT]
import { load } from './run.mjs';

const { main } = await load('test/demo-login/start.ts');
process.exitCode = await main(process.argv.slice(2));
