// What is noted inside a page while it loads. The browser runs `probe` before any script of the page, from its source,
// so it can name nothing outside of itself.
export function probe() {
  const seen = { paint: null, picture: null, element: null, text: null, dialog: null, shift: 0, tasks: [] };
  window.benchVisit = seen;
  const watch = (type, note) => {
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  };
  watch('largest-contentful-paint', (entry) => {
    seen.picture = entry.startTime;
    seen.element = entry.element?.tagName.toLowerCase() ?? null;
  });
  watch('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') seen.paint = entry.startTime;
  });
  watch('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.shift += entry.value;
  });
  watch('longtask', ({ startTime, duration }) => seen.tasks.push({ startTime, duration }));

  // A frame's callback runs when styles are there; what it finds is on the screen one frame later.
  const watchText = () => {
    const paragraph = document.querySelector('[data-article-body] p');
    const drawn = paragraph?.getClientRects().length && paragraph.textContent.trim();
    requestAnimationFrame(drawn ? () => { seen.text = performance.now(); } : watchText);
  };
  requestAnimationFrame(watchText);

  const tries = setInterval(() => {
    document.querySelector('[data-bug-open]')?.click();
    const dialog = document.querySelector('[data-bug-dialog]');
    if (!dialog?.matches('[open], :popover-open')) return;
    seen.dialog = performance.now();
    clearInterval(tries);
    if (dialog.matches('dialog')) dialog.close();
    else dialog.hidePopover();
  }, 20);
}
