#!/usr/bin/env bash
# A hook of trunk: completes the app in trunk's staging folder, and presses a newsroom into it: the demo
# newsroom in public/, or the one that BROADSHEET_CONTENT names.

source "$(dirname "$0")/common.sh"

staging=${TRUNK_STAGING_DIR:?trunk sets TRUNK_STAGING_DIR when it runs this}
content=${BROADSHEET_CONTENT:-public}

# The page's start (see pattern_script in Trunk.toml). Its addresses are relative to itself, so that it works
# under every base path.
for program in "$staging"/app-*.js; do
    name=$(basename "$program" .js)
    cat >"$staging/start-$name.js" <<SCRIPT
import start from './$name.js';
start({ module_or_path: new URL('./${name}_bg.wasm', import.meta.url) }).catch((cause) => {
  // Without the program there are no messages either, so these few words stand here.
  const words = {
    en: ['This page could not be loaded. Check your connection and try again.', 'Try again'],
    ru: ['Не удалось загрузить страницу. Проверьте соединение и попробуйте ещё раз.', 'Попробовать ещё раз'],
    kk: ['Бетті жүктеу мүмкін болмады. Байланысты тексеріп, қайталап көріңіз.', 'Қайталап көру'],
    ar: ['تعذّر تحميل هذه الصفحة. تحقق من الاتصال وحاول مرة أخرى.', 'حاول مرة أخرى'],
  };
  const [sentence, again] = words[document.documentElement.lang.split('-')[0]] ?? words.en;
  const main = document.createElement('main');
  main.className = 'failure';
  const heading = document.createElement('h1');
  heading.textContent = sentence;
  const button = document.createElement('button');
  button.className = 'button button-primary';
  button.textContent = again;
  button.addEventListener('click', () => location.reload());
  main.append(heading, button);
  document.body.replaceChildren(main);
  throw cause;
});
SCRIPT
done

# In development, pressing is waited for after every change.
options=()
[ "${TRUNK_PROFILE:-debug}" = release ] || options+=(--no-compress)

command=$(cat target/press-command)
status=0
"$command" press "$content" --app "$staging" --out "$staging" "${options[@]}" || status=$?
case $status in
0) ;;
1) say "$content has the faults named above; everything else in it is pressed." ;;
*) stop "$content was not pressed." ;;
esac
