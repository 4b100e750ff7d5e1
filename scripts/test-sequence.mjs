// The order of the test files: what takes long begins first, so that no worker is left alone with it at the end.
import { BaseSequencer } from 'vitest/node';

export class LongestFirst extends BaseSequencer {
  async sort(files) {
    return await super.sort(files);
  }
}
