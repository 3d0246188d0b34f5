// The page that `make bench-visit` measures others against: an article as somebody would write it by hand who has only
// to show this one. The same words, the same picture, the same stylesheet, and no script: its box opens by `popover`.

const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);
const withRole = (list, role) => list?.find((item) => item.role === role)?.value ?? '';

function figure(picture) {
  const renditions = [...picture.renditions].sort((one, other) => one.width - other.width);
  const largest = renditions.at(-1);
  const srcset = renditions.map(({ href, width }) => `${href} ${width}w`).join(', ');
  // The widths and `sizes` of a leading picture, as the app has them in src/components/figure.rs.
  return `<figure class="figure figure-lead">
<img class="picture" alt="${escape(withRole(picture.descriptions, 'alt'))}" width="${largest.width}" height="${largest.height}"
 fetchpriority="high" sizes="(min-width: 48rem) 44rem, 100vw" srcset="${escape(srcset)}" src="${escape(largest.href)}">
<figcaption>${escape(withRole(picture.descriptions, 'caption'))} ${escape(withRole(picture.descriptions, 'creditline'))}</figcaption>
</figure>`;
}

/// The page for an article of the demo newsroom, whose markup is its own and goes in as it is.
export function staticPage(article, stylesheet) {
  const headline = escape(withRole(article.headlines, 'main'));
  const picture = article.associations.find(({ type }) => type === 'picture');
  const body = article.bodies.find(({ contentType }) => contentType === 'text/html').value;
  const crumbs = article.x.sections.map(({ name, url }) => `<li><a href="${escape(url)}">${escape(name)}</a></li>`);
  const credits = article.x.credits.map(({ role, name }) => `${escape(role)}: ${escape(name)}`);
  return `<!doctype html>
<html lang="${escape(article.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${headline}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${escape(stylesheet)}">
</head>
<body>
<header class="masthead"><div class="masthead-bar"><a class="masthead-name" href="/">
<img class="masthead-mark" src="/media/mark.svg" alt="" width="40" height="40"><span>The Steppe Courier</span></a></div></header>
<main id="content">
<nav class="breadcrumbs" aria-label="You are here"><ol>${crumbs.join('')}</ol></nav>
<article class="article">
<header class="article-head">
<h1>${headline}</h1>
<p class="lead">${escape(withRole(article.descriptions, 'lead'))}</p>
<button type="button" class="report-button" data-bug-open popovertarget="report">Found a bug?</button>
</header>
${figure(picture)}
<div class="body" data-article-body>${body}</div>
<footer class="article-foot"><p class="credits">${credits.join(', ')}</p></footer>
</article>
</main>
<div id="report" popover data-bug-dialog><form method="post" action="mailto:desk@courier.example">
<label>What is wrong? <textarea name="text" rows="4"></textarea></label>
<button>Send</button> <button type="button" popovertarget="report">Close</button></form></div>
</body>
</html>
`;
}
