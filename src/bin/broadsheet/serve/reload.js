// Loads the page anew when the site was pressed again. `broadsheet serve` adds this to pages as it sends them; nothing
// of it is published. It asks instead of holding a connection open, of which a browser allows six for all its tabs.
const { searchParams } = new URL(import.meta.url);
const address = new URL('version', import.meta.url);

async function look() {
  if (document.visibilityState !== 'visible') return;
  try {
    const answer = await fetch(address, { cache: 'no-store' });
    if (answer.ok && (await answer.text()) !== searchParams.get('version')) location.reload();
  } catch {
    // The command has been ended; when it runs again, the page comes back.
  }
}

setInterval(look, 400);
addEventListener('visibilitychange', look);
