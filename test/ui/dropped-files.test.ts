/** Files from what was dropped on a page. */
import { describe, expect, it } from 'vitest';
import { droppedFiles } from '../../src/ui/dropped-files';

const BASE64 = btoa('picture');

function drop(data: Record<string, string>, ...files: File[]): File[] {
  return droppedFiles({ files: files as never, getData: (type) => data[type] ?? '' });
}

describe('dropped files', () => {
  it('are taken as they are, before any address', () => {
    const file = new File(['x'], 'a.txt');
    expect(drop({ 'text/uri-list': `data:image/png;base64,${BASE64}` }, file)).toEqual([file]);
  });

  it.each([
    ['an address', { 'text/uri-list': `data:image/png;base64,${BASE64}` }],
    ['an address with a parameter', { 'text/uri-list': `data:image/png;charset=x;base64,${BASE64}` }],
    ['an escaped address', { 'text/uri-list': `data:image/png;base64,${encodeURIComponent(BASE64)}` }],
    ['an element', { 'text/html': `<meta><img alt="code" src="data:image/png;base64,${BASE64}">` }],
  ])('are made of %s that holds the whole picture', async (_, data) => {
    const [file] = drop(data);
    expect([file?.type, await file?.text()]).toEqual(['image/png', 'picture']);
  });

  it.each([
    ['a picture of the network', { 'text/uri-list': 'https://example.com/a.png' }],
    ['a text', { 'text/uri-list': `data:text/plain;base64,${BASE64}` }],
    ['what is not base64', { 'text/uri-list': 'data:image/png;base64,%%%' }],
    ['nothing', {}],
  ])('are not made of %s', (_, data) => {
    expect(drop(data)).toEqual([]);
  });
});
