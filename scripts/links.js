// Until the program is there, links lead from one finished page of the site to the next without loading one anew: the
// headline is there in the next frame, and what is fetched of the program is not broken off by every click. What the
// program then takes over is a pressed page like any other. scripts/trunk-press.sh puts this before scripts/start.js.
function followLinks(base) {
  const pages = new Map();
  // What belongs to a page and not to all of them. A policy, once read, holds for as long as the page is open.
  const own = 'title, style, meta[name], meta[property], link[rel="canonical"], link[rel="alternate"], script';
  let here = location.pathname;
  let way = 0;
  let showing;
  // Whether another page is on its way: what is seen then is not that of the entry of the history.
  let isComing = false;

  const linkOf = ({ target }) => {
    const link = target.closest?.('a[href]');
    const leadsOn = link && link.origin === location.origin && link.pathname.startsWith(base) &&
      link.pathname.endsWith('/') && link.pathname !== here && !link.search && !link.hash && !link.target &&
      !link.hasAttribute('download') && !link.relList.contains('external');
    return leadsOn ? link : undefined;
  };

  const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented }) => (
    button === 0 && !(metaKey || ctrlKey || shiftKey || altKey || defaultPrevented)
  );

  const page = (address, cache) => {
    if (!pages.has(address)) {
      const leave = new AbortController();
      const answer = fetch(address, { cache, signal: leave.signal }).then(async (response) => {
        const found = new DOMParser().parseFromString(await response.text(), 'text/html');
        if (!response.ok || response.redirected || !found.querySelector('meta[name="broadsheet-pressed"]')) {
          throw new Error(`no finished page at ${address}`);
        }
        return found;
      });
      // The next one asks again, and so does who follows the link later.
      answer.catch(() => pages.delete(address));
      setTimeout(() => pages.delete(address), 60000);
      pages.set(address, Object.assign(answer, { leave }));
    }
    return pages.get(address);
  };

  // What is known of an article before its page is there, in the place where the page has it.
  const outline = (link) => {
    const main = document.querySelector('main');
    const names = ['nav', 'ol', 'li', 'a', 'article', 'header', 'h1'];
    const [nav, list, item, crumb, article, head, headline] = names.map((name) => document.createElement(name));
    // A page without a way to it leads to one that has one: an invisible line keeps its place.
    crumb.textContent = '\u00a0';
    item.append(crumb);
    list.append(item);
    nav.append(list);
    const crumbs = main.querySelector('.breadcrumbs') ?? nav;
    crumbs.className = 'breadcrumbs breadcrumbs-article';
    crumbs.style.visibility = 'hidden';
    article.className = 'article';
    article.setAttribute('aria-busy', 'true');
    head.className = 'article-head';
    headline.textContent = link.textContent;
    head.append(headline);
    article.append(head);
    const picture = link.closest('.card')?.querySelector('img')?.closest('.picture');
    if (picture) {
      const figure = document.createElement('figure');
      figure.append(picture);
      article.append(figure);
    }
    main.replaceChildren(crumbs, article);
    const name = document.querySelector('.masthead-name span');
    document.title = `${headline.textContent} · ${name.textContent}`;
    scrollTo(0, 0);
  };

  // As `timer::painted` in src/platform: the second frame comes when the first is on its way to the screen.
  const frame = () => new Promise((come) => [requestAnimationFrame(come), setTimeout(come, 100)]);
  const painted = () => frame().then(frame).then(() => new Promise((come) => setTimeout(come)));

  // `place` is how far down it is shown. For that everything is laid out, as src/platform/scroll.rs has it: what is not in
  // view has an estimated height.
  const show = (found, place) => {
    const { documentElement, head, body } = found;
    for (const name of ['lang', 'dir']) root.setAttribute(name, documentElement.getAttribute(name) ?? '');
    document.head.querySelectorAll(own).forEach((node) => node.remove());
    document.head.append(...head.querySelectorAll(own));
    document.body.replaceChildren(...body.childNodes);
    if (place) root.dataset.whole = '';
    scrollTo(0, place);
    document.querySelector('main h1')?.focus({ preventScroll: true });
  };

  // Shows the page of the present address when it has come, and `seen` has; where it cannot, the browser loads it by `load`.
  const bring = (load, place, seen) => {
    const address = location.href;
    const turn = (way += 1);
    isComing = true;
    // The reader is on the way elsewhere.
    pages.forEach((answer, other) => other === address || answer.leave.abort());
    here = location.pathname;
    showing = Promise.all([page(address), seen]).then(
      async ([found]) => {
        if (turn !== way) return;
        // Its nodes are used up; a copy of styles would offend against the policy.
        pages.delete(address);
        show(found, place);
        isComing = false;
        await painted();
        if (turn === way) delete root.dataset.whole;
      },
      () => turn === way && load(address),
    );
  };

  // As src/platform/scroll.rs notes it, for the way back. An entry with a mark of another kind is no place in the text.
  const note = () => isComing || isNaN(history.state) || history.replaceState(scrollY, '');
  let settling;

  // As src/components/edition_switch.rs remembers it.
  const remember = ({ target }) => {
    const edition = target.closest?.('.editions a');
    try {
      if (edition) localStorage.setItem('broadsheet:edition', edition.hreflang);
    } catch {
      // Storage is closed: nobody remembers.
    }
  };

  const events = {
    click(event) {
      remember(event);
      const link = isPlain(event) && linkOf(event);
      if (!link) return;
      event.preventDefault();
      note();
      // The browser would scroll the page that is left.
      history.scrollRestoration = 'manual';
      history.pushState(null, '', link.href);
      let seen;
      if (link.matches('.card-headline a')) {
        outline(link);
        seen = painted();
      }
      bring((address) => location.replace(address), 0, seen);
    },
    popstate({ state }) {
      if (location.pathname === here) {
        // Another part of the page; a link to one has no place yet, and the browser goes there.
        if (typeof state === 'number') scrollTo(0, state);
        return;
      }
      // On the way back, what the browser has is good enough, as it is where browsers go back themselves.
      page(location.href, 'force-cache');
      bring(() => location.reload(), state ?? 0);
    },
    scroll() {
      clearTimeout(settling);
      settling = setTimeout(note, 150);
    },
    pagehide: () => (history.scrollRestoration = 'auto'),
  };
  // As `saves_data` in src/platform/fetch.rs.
  const line = navigator.connection;
  if (!line?.saveData && !line?.effectiveType?.endsWith('2g')) {
    let rest;
    events.pointerover = (event) => {
      clearTimeout(rest);
      const link = linkOf(event);
      // The same rest as in src/platform/near.rs.
      if (link) rest = setTimeout(page, 65, link.href);
    };
    events.touchstart = events.focusin = (event) => {
      const link = linkOf(event);
      if (link) page(link.href);
    };
  }
  for (const name in events) addEventListener(name, events[name], { passive: name === 'touchstart' });
  // From now on the program follows links; what is on its way is waited for. A link that the reader follows while the
  // program takes the page over is followed as soon as that is done; by the browser where it takes too long.
  return async () => {
    for (let waited; waited !== showing; ) await (waited = showing);
    for (const name in events) removeEventListener(name, events[name]);
    clearTimeout(settling);
    let next;
    let late;
    const release = (follow) => {
      const link = next;
      next = undefined;
      clearTimeout(late);
      removeEventListener('click', keep);
      if (link) follow(link);
    };
    const byBrowser = () => release(({ href }) => location.assign(href));
    const keep = (event) => {
      const link = isPlain(event) && linkOf(event);
      if (!link) return;
      event.preventDefault();
      next = link;
      clearTimeout(late);
      late = setTimeout(byBrowser, 2000);
    };
    addEventListener('click', keep);
    // `Navigation::follow` in src/platform says when.
    addEventListener('broadsheet-follows', () => release((link) => link.click()), { once: true });
    // Whoever goes back wants no link any more; and a program that fails follows none.
    addEventListener('popstate', () => release(() => {}), { once: true });
    for (const name of ['error', 'unhandledrejection']) addEventListener(name, byBrowser, { once: true });
  };
}

