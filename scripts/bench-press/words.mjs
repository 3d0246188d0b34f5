// What the articles of `make bench-press` are made of: our own words, in the languages of the editions.
// A sentence is a pattern; `{who}` and the like are drawn from the lists of the same name.

const english = {
  who: [
    'the harbour office', 'a retired surveyor', 'the city council', 'an engineer from the plant', 'the head of the clinic', 'a group of parents',
    'the regional archive', 'an association of growers', 'the railway', 'a teacher of physics', 'the water company', 'the museum’s only restorer',
    'a driver with thirty years on the route', 'the river inspection', 'the new mayor', 'a court in the capital', 'the weather service', 'the library',
    'a small firm of glaziers', 'the union of bakers', 'the mountain rescue', 'an auditor sent from the ministry',
  ],
  did: [
    'has published', 'has put off', 'wants to see', 'has asked three firms for', 'is paying for', 'has turned down', 'keeps a record of', 'has begun work on',
    'will vote on', 'explains in detail', 'has doubts about', 'has measured', 'has found a mistake in', 'hopes to finish', 'has signed', 'promises to repair',
  ],
  what: [
    'the plan of the eastern embankment', 'a timetable for the night trains', 'the budget of next year', 'an old map of the wells', 'the rules for the market hall',
    'a bridge that was closed in spring', 'the figures of the last census', 'a contract over eleven buses', 'the roof of the concert hall', 'the price of heating',
    'a list of protected trees', 'the study of the lake’s bottom', 'a school for two hundred children', 'the line to the airport', 'the rights of tenants',
    'a collection of field recordings', 'the results of the harvest', 'the second reactor hall', 'a new edition of the dictionary', 'the restoration of the gate',
  ],
  where: [
    'below the dam', 'on the left bank', 'in the old town', 'at the foot of the pass', 'beside the freight yard', 'in four villages of the district',
    'on the road to the border', 'near the salt works', 'in the upper valley', 'behind the theatre', 'along the ring road', 'at the northern end of the lake',
  ],
  when: [
    'since the beginning of March', 'before the snow comes', 'for the third time this year', 'after eleven months of work', 'by the end of the quarter',
    'on the day of the fair', 'within forty days', 'as it did every autumn', 'a week later than promised', 'during the long heat of July',
  ],
  sentences: [
    'It was {when} that {who} first spoke about {what}.',
    'Nobody {where} remembers a year like it, and {who} says so in a letter of {number} pages.',
    'Of the {number} people who were asked, every second one knew of {what}.',
    'What is known is short: {who} {did} {what}, and the work {where} goes on.',
    'The cost is put at {number} million, a third of it for {what}.',
    'Those who live {where} have heard such announcements before, and they count the months.',
    'If the figures hold, {what} will be of use to {number} households {where}.',
    '“We looked at {what} twice,” said a man {where}, “and the second time we wrote it all down.”',
    'There are {number} reasons to doubt it, and the first is {what}.',
    'The decision is not final, because {who} may still object {when}.',
    'A similar attempt was made {where}; it ended after {number} days with a handshake and an unpaid bill.',
    'Work of this kind is slow, and it is meant to be, as <em>every apprentice</em> learns {when}.',
    'Between the two readings lie {number} pages of minutes, which <a href="https://records.bench.example/minutes/">can be read by anyone</a>.',
    'For {who} it is a matter of a signature; for the people {where} it is a winter.',
    'In the end it was <strong>the smaller of the two plans</strong> that was chosen, and with it {what}.',
    'The papers were laid out {where} for {number} days, and a clerk sat beside them with a thermos flask.',
    'Asked about {what}, {who} gave an answer of {number} words and then another, longer one.',
    'The machine that does it stands {where}, is {number} years old, and has never been painted.',
    'By evening the hall was empty again, and only {what} was left on the table.',
    'There is a simpler way, says a neighbour, and it was in use {where} for {number} years.',
    'The rest depends on {who}, on the weather, and on {what}.',
    'Until then the old rule holds {where}: who comes first writes his name on the board.',
    'This time {who} did not wait, and began {when} with what there was.',
    'It does not settle the question, but it puts {what} into plain words.',
  ],
  headlines: ['{Who} {did} {what}', '{Who} and the question of {what}', '{What}: {number} days {where}', 'Why {who} {did} {what}', '{Number} letters about {what}', 'A quiet year {where}, and then {what}', '{Who} {did} {what} {when}'],
  heading: ['What is planned', 'What it costs', 'Who objects', 'The years before', 'What comes next', 'How it was counted'],
  alt: ['A street with wet trees, seen from a high window; a tram is coming.', 'Three people bend over a table with drawings.', 'The dam from below, with a lorry on its crown for scale.', 'An empty hall with rows of chairs and one lamp.'],
  caption: ['The place on the morning after the meeting.', 'The plan as it was shown to the residents.', 'It has looked like this for eleven years.', 'Nothing is decided here without a list.'],
  photo: 'Photo',
};

const russian = {
  who: ['управление порта', 'городской совет', 'районный архив', 'учительница физики', 'железная дорога', 'метеослужба', 'союз пекарей', 'новый мэр', 'областная библиотека', 'горноспасательная служба'],
  did: ['снова обсуждает', 'переносит на осень', 'проверяет', 'просит дополнить', 'подробно описывает', 'обещает пересмотреть'],
  what: ['план восточной набережной', 'расписание ночных поездов', 'бюджет будущего года', 'старую карту колодцев', 'правила крытого рынка', 'смету на ремонт моста', 'итоги переписи', 'договор о новых автобусах'],
  where: ['ниже плотины', 'на левом берегу', 'в старом городе', 'у подножия перевала', 'возле товарной станции', 'в верхней долине', 'за театром'],
  when: ['с начала марта', 'до первого снега', 'в третий раз за год', 'к концу квартала', 'в день ярмарки', 'неделей позже обещанного'],
  sentences: [
    'Впервые об этом заговорили {when}, и тогда никто {where} не удивился.',
    'Известно немного: {who} {did} {what}, а работы {where} идут.',
    'Опрошено человек: {number}; об этом знал каждый второй.',
    'Расходы оценивают в {number} млн, и треть суммы уйдёт в первый же год.',
    'Те, кто живёт {where}, слышали такие обещания не раз и считают месяцы.',
    '«Мы смотрели дважды, — рассказывают {where}, — и во второй раз всё записали».',
    'Решение не окончательное: возражения принимают {when}.',
    'Похожая попытка {where} закончилась на {number}-й день рукопожатием и неоплаченным счётом.',
    'Работа эта медленная, и <em>так и должно быть</em>: спешка здесь обходится дороже.',
    'Между двумя чтениями лежит протокол ({number} с.), <a href="https://records.bench.example/minutes/">открытый для всех</a>.',
    'Выбрали в итоге <strong>меньший из двух проектов</strong>, и спорить перестали {when}.',
    'Бумаги пролежали {where} весь срок, и рядом с ними дежурил служащий с термосом.',
    'К вечеру зал опустел, и на столе остались одни чертежи.',
    'До тех пор {where} действует старое правило: кто пришёл первым, тот и записывается.',
  ],
  headlines: ['{Who} {did} {what}', 'Почему {who} {did} {what}', 'Письмо № {number}: {who} {did} {what}', 'Тихий год {where}'],
  heading: ['Что задумано', 'Сколько это стоит', 'Кто против', 'Как было раньше', 'Что дальше'],
  alt: ['Улица с мокрыми деревьями, снятая из высокого окна; подходит трамвай.', 'Трое склонились над столом с чертежами.', 'Пустой зал с рядами стульев и одной лампой.'],
  caption: ['Это место наутро после собрания.', 'План, который показали жителям.', 'Так здесь выглядит уже одиннадцать лет.'],
  photo: 'Фото',
};

const kazakh = {
  who: ['порт басқармасы', 'қалалық кеңес', 'аудандық мұрағат', 'физика мұғалімі', 'теміржол', 'ауа райы қызметі', 'наубайшылар одағы', 'жаңа әкім', 'облыстық кітапхана', 'тау құтқару қызметі'],
  did: ['қайта талқылап жатыр', 'күзге қалдырды', 'тексеріп жатыр', 'толықтыруды сұрайды', 'егжей-тегжейлі сипаттайды', 'қайта қарауға уәде берді'],
  what: ['шығыс жағалаудың жоспарын', 'түнгі пойыздардың кестесін', 'келесі жылдың бюджетін', 'құдықтардың ескі картасын', 'жабық базардың ережесін', 'көпірді жөндеу сметасын', 'санақ қорытындысын', 'жаңа автобустар туралы шартты'],
  where: ['бөгеттің төменгі жағында', 'сол жағалауда', 'ескі қалада', 'асудың етегінде', 'жүк станциясының қасында', 'жоғарғы алқапта', 'театрдың артында'],
  when: ['наурыздың басынан бері', 'алғашқы қарға дейін', 'биыл үшінші рет', 'тоқсанның соңына қарай', 'жәрмеңке күні', 'уәде етілгеннен бір апта кейін'],
  sentences: [
    'Бұл туралы {when} айтыла бастады, сонда {where} ешкім таңғалған жоқ.',
    'Белгілісі аз: {who} {what} {did}, ал {where} жұмыс жүріп жатыр.',
    'Сұралған {number} адамның әр екіншісі бұдан хабардар екен.',
    'Шығын {number} миллионға бағаланады, соның үштен бірі бірінші жылы жұмсалады.',
    'Мұндай уәдені {where} бірнеше рет естіген, енді ай санап отыр.',
    '«Екі рет қарадық, екіншісінде бәрін жазып алдық», — дейді {where}.',
    'Шешім түпкілікті емес: қарсылық {when} қабылданады.',
    'Осыған ұқсас әрекет {where} {number} күннен кейін қол алысумен және төленбеген шотпен аяқталды.',
    'Мұндай жұмыс баяу жүреді, <em>солай болуы керек те</em>: асығыстық қымбатқа түседі.',
    'Екі оқылымның арасында {number} беттік хаттама жатыр, оны <a href="https://records.bench.example/minutes/">кез келген адам оқи алады</a>.',
    'Ақырында <strong>екі жобаның кішісі</strong> таңдалды, дау {when} басылды.',
    'Қағаздар {where} {number} күн жатты, қасында термосын ұстаған қызметкер отырды.',
    'Кешке қарай зал босап, үстел үстінде тек сызбалар қалды.',
    'Әзірге {where} ескі тәртіп сақталады: кім бірінші келсе, сол жазылады.',
  ],
  headlines: ['{Who} {what} {did}', '{Number} хат: {who} {what} {did}', 'Неге {who} {what} {did}', '{Where} тыныш өткен жыл'],
  heading: ['Не жоспарланған', 'Құны қанша', 'Кім қарсы', 'Бұрын қалай еді', 'Енді не болады'],
  alt: ['Биік терезеден көрінген көше, ағаштар су болған; трамвай келе жатыр.', 'Үш адам сызбалар жатқан үстелге еңкейіп тұр.', 'Орындықтар тізілген бос зал, бір шам жанып тұр.'],
  caption: ['Жиналыстан кейінгі таңда.', 'Тұрғындарға көрсетілген жоспар.', 'Мұнда он бір жылдан бері осылай.'],
  photo: 'Фото',
};

/** The words of each language. */
export const WORDS = { en: english, ru: russian, kk: kazakh };

/** The sections: their slugs, and their names in each language. */
export const SECTIONS = [
  ['politics', 'Politics', 'Политика', 'Саясат'], ['economy', 'Economy', 'Экономика', 'Экономика'], ['city', 'City', 'Город', 'Қала'], ['science', 'Science', 'Наука', 'Ғылым'],
  ['culture', 'Culture', 'Культура', 'Мәдениет'], ['sport', 'Sport', 'Спорт', 'Спорт'], ['regions', 'Regions', 'Регионы', 'Өңірлер'], ['opinion', 'Opinion', 'Мнения', 'Пікір'],
].map(([slug, en, ru, kk]) => ({ slug, name: { en, ru, kk } }));

const ABOUT = ['Water', 'Bread', 'Rail', 'Glass', 'Snow', 'Wool', 'Tax', 'School', 'River', 'Night', 'Border', 'Copper', 'Garden', 'Radio', 'Harbour', 'Bridge', 'Orchard', 'Steppe', 'Census', 'Theatre'];
const ASPECTS = ['prices', 'law', 'works', 'archives', 'people', 'maps', 'plans', 'history', 'trade', 'repairs'];

/** Two hundred topics. */
export const TOPICS = ABOUT.flatMap((about) => ASPECTS.map((aspect) => `${about} ${aspect}`));

const GIVEN = ['Aliya', 'Bolat', 'Clara', 'Daniyar', 'Elena', 'Farid', 'Gulnur', 'Henrik', 'Irina', 'Janibek'];
const FAMILY = ['Akhmetova', 'Berg', 'Castell', 'Dosanov', 'Ermek'];

/** Fifty people who write. */
export const PEOPLE = GIVEN.flatMap((given) => FAMILY.map((family) => `${given} ${family}`));
