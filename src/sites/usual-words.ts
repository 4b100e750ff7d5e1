/** Words that stand in many hosts, and say nothing of whose they are. */

/** What is put beside a name to make it look like a part of that site. */
const BESIDE =
  '2fa 2sv aanmelden access account accounts activate activation admin alert alerts anmelden anmeldung app apps auth ' +
  'authenticate authentication authenticator authorize banking billing bonus care cancel center centre check checkout claim client code ' +
  'com confirm confirmation connect console customer dashboard desk device direct discount email free gift help helpdesk home hq id ' +
  'identity inc info invoice io join key limited link log login logon mail manage member members mfa mobile my myaccount net ' +
  'notice notification now official offer offers order online org otp pass passcode password pay payment payments portal promo protect protection ' +
  'real recover recovery refunds refund register renew request reset resolution resolve restore review reward rewards safe safety secure secured ' +
  'security server service services session setup sign signin signon signup site sms sso start status store stores support team tech token ' +
  'totp unlock update updates upgrade us user users vault validate validation verification verified verify wallet web webmail ' +
  'website well www www1 www2 your';

/** Hosts are called so everywhere: a site with such a name is not imitated by them. */
const OF_HOSTS =
  'about academy ads ai api archive assets b beta blog box business calendar careers cdn chat cloud club community contact ' +
  'data de demo dev developer developers docs download drive edu en eu events example files finance forum forums fr game ' +
  'games get global go group health images img intranet jobs learn line lists live m maps market me media meet money music ' +
  'news next office old open orders party people photos play plus post press pro public radio remote research school search ' +
  'shop social space staging static stats stream studio target test the tickets time tools travel tv uk university video ' +
  'view vpn watch weather wiki work world';

export const WORDS_BESIDE: ReadonlySet<string> = new Set(BESIDE.split(' '));
export const WORDS_OF_HOSTS: ReadonlySet<string> = new Set([...WORDS_BESIDE, ...OF_HOSTS.split(' ')]);

/** Words and sites one letter from a well-known name: who owns such a one need not mean the other. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  (
    'abode achieve adore amazing amazone ample apply binary binder black boggle brave bubble canvas case cease ' +
    'chafe chaise chance change chaos charge cheese chose cinder concord coracle crease crisco crumble discard ' +
    'disco discount docket drop emotion enigma entry equate evening fiber finance finder flack flicker gamin ' +
    'gender gentry german goggle grammar grumble hinder inter kinder knack lack lastly ledge lender life lift ' +
    'limner linea lodger lotion love maple mention meter micro mission motion nation notice notino octa openair ' +
    'option orange paypay peddle phase photon podium portion potion promotion protein proto quorum quota quote ' +
    'reader readit reddot revolt revolution rocker rumble sable sack sender sentra shack sigma slick smack snack ' +
    'snapple spotted squire stack stead steak steal stealth stitch strata stream stride strike stripo strive ' +
    'sultan supple swatch switch tart team tela tender tinker trade tread tripe trust tumble tumbler twist ' +
    'twister unite untied value vastly venom vision wide wine wire wiser witch zone'
  ).split(' '),
);

/** Well-known names that are words too, and so stand between the hyphens of others. */
export const NAMES_THAT_ARE_WORDS: ReadonlySet<string> = new Set(
  (
    'amber anchor apple arc atlas base beacon booking brave buffer canvas chase chime citizens compass coral ' +
    'delta discover docker fidelity flux gemini hover indeed ledger linear medium monday notion oracle orange ' +
    'origin patron plaid postman proton railway render ripple robinhood sentry shell signal simple slack square ' +
    'steam stripe swan target telegram tinder twitch unity uphold vanguard wise'
  ).split(' '),
);
