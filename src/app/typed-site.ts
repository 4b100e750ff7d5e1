/** A site typed by hand, and how one reads. Loaded by `import()`: it brings the public suffix list along. */
export { readTypedSite } from '../sites/bindable-site';
export { lettersOf } from '../sites/shown-host';
