/** What the made look-alikes put in place of a letter: each entry a letter, and what is put there. */
type Table = Readonly<Record<string, string>>;

const tableOf = (entries: string): Table =>
  Object.fromEntries(entries.split(' ').map((entry) => [entry.slice(0, 1), entry.slice(1)]));

export const CYRILLIC = tableOf('aа cс eе iі jј kк oо pр sѕ xх yу hһ dԁ lӏ qԛ wԝ mм tт nп rг bЬ uц vѵ gԍ fғ zз');
export const GREEK = tableOf('aα eε iι kκ nη oο pρ tτ uυ vν wω xχ yγ');
export const MARKED = tableOf('aá bḅ cç dḍ eė gğ hḥ ií kķ lļ mṃ nñ oö pṗ rŗ sş tţ uü vṿ wŵ xẋ yý zż');
export const LATIN = tableOf('aɑ gɡ iı lł oø dđ hħ fƒ nɴ rʀ bʙ kƙ tŧ');
export const DIGITS = tableOf('o0 l1 i1 s5 e3 a4 t7 b8 g9');
export const RUNS = tableOf('mrn wvv dcl');
export const KEYS = tableOf(
  'qwa wqes ewrd retf tryg ytuh uyij iuok oipl pol aqsz sadw dsfe fdgr gfht hgjy jhku kjli lkop zasx xzcs cxvd vcbf bvng nbmh mnjk',
);
export const WORDS: readonly string[] =
  'login secure verify account support auth signin online help security update wallet app my www accounts service 2fa'.split(
    ' ',
  );
export const ELSEWHERE: readonly string[] =
  'evil.net sign-in-now.com example-host.org cdn77.xyz bad.co.uk hosting.ru'.split(' ');
export const ENDINGS: readonly string[] = 'net org co io info xyz app com cm site online de com.co co.uk cc ru'.split(
  ' ',
);
