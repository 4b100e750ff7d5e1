// One small key is read, and nothing done with it.
await chrome.storage.local.get('look');
document.body.dataset.bench = 'done';
