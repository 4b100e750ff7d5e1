/** Issuers that people use for themselves: mail, money, talk, play, public offices. See known-issuers.ts. */
export const KNOWN_PERSONAL = `
Airbnb: airbnb.com
Amazon, Amazon.com: amazon.com amazon.co.uk amazon.de amazon.fr amazon.it amazon.es amazon.ca amazon.co.jp amazon.in
AOL: aol.com
Apple, Apple ID, iCloud: apple.com icloud.com
Battle.net, Blizzard, Blizzard Entertainment: battle.net blizzard.com
Binance, Binance.com: binance.com
Binance.US: binance.us
Bitfinex: bitfinex.com
Bitpanda: bitpanda.com
BitMEX: bitmex.com
Bitstamp, Bitstamp by Robinhood: bitstamp.net
Bluesky: bsky.app
Booking, Booking.com: booking.com
Bybit: bybit.com
Coinbase, Coinbase Pro: coinbase.com
CoinMarketCap: coinmarketcap.com
Coursera: coursera.org
Crypto.com: crypto.com
Discord: discord.com discord.gg
Disroot: disroot.org
eBay: ebay.com ebay.co.uk ebay.de
edX: edx.org
EA, Electronic Arts, Origin: ea.com
Epic Games, Epic: epicgames.com
Etsy: etsy.com
Evernote: evernote.com
Facebook, Facebook.com, Meta: facebook.com meta.com
FastMail, Fastmail: fastmail.com
Fidelity: fidelity.com
Filen: filen.io
Flickr: flickr.com
Gate.io: gate.io
Gemini, Gemini Exchange: gemini.com
GMX: gmx.net gmx.com gmx.de
GOG, GOG.com: gog.com
Google, Gmail, Google Account, YouTube, Google Workspace: google.com youtube.com
Greenhouse: greenhouse.io
Grindr: grindr.com
Gumroad: gumroad.com
Guild Wars, Guild Wars 2, ArenaNet: arena.net guildwars2.com
HTX, Huobi: htx.com
Humble Bundle, Humble: humblebundle.com
ID.me: id.me
IFTTT: ifttt.com
Instagram: instagram.com
Interactive Brokers: interactivebrokers.com
Internet Archive: archive.org
itch.io: itch.io
Kickstarter: kickstarter.com
Koofr: koofr.net koofr.eu
Kraken, Kraken.com: kraken.com
KuCoin: kucoin.com
Ledger: ledger.com
LinkedIn, LinkedIn.com: linkedin.com
Login.gov: login.gov
mailbox.org, Mailbox: mailbox.org
Mail.ru: mail.ru
Mastodon, mastodon.social: mastodon.social
MEGA, MEGA.nz: mega.nz mega.io
Mercado Libre, MercadoLibre: mercadolibre.com
MEXC: mexc.com
Minecraft, Mojang: minecraft.net live.com
Mozilla, Firefox, Firefox Accounts, Mozilla Accounts: firefox.com mozilla.org
Mullvad: mullvad.net
My.com: my.com
Netflix: netflix.com
Nextcloud: nextcloud.com
Nintendo, Nintendo Account: nintendo.com
NordVPN, Nord Account, NordAccount: nordaccount.com nordvpn.com
OKX, OKEx: okx.com
OnlyFans: onlyfans.com
Opera: opera.com
Patreon: patreon.com
PayPal: paypal.com
Pinterest: pinterest.com
Plex: plex.tv
PlayStation, PlayStation Network, PSN, Sony, Sony Entertainment Network: sony.com playstation.com
Poloniex: poloniex.com
Posteo: posteo.de
Proton, Proton Mail, ProtonMail, Proton Account, ProtonVPN, Proton VPN: proton.me protonmail.com protonvpn.com
Quora: quora.com
Reddit: reddit.com
Revolut: revolut.com
Riot Games, Riot: riotgames.com
Robinhood: robinhood.com
Roblox, Roblox.com: roblox.com
Rockstar Games, Rockstar: rockstargames.com
Samsung, Samsung Account: samsung.com
Skrill: skrill.com
Snapchat, Snap: snapchat.com
Spotify: spotify.com
Square: squareup.com
Star Citizen, Roberts Space Industries, RSI: robertsspaceindustries.com
Standard Notes: standardnotes.com
Startmail: startmail.com
Steam, Valve: steampowered.com steamcommunity.com
Stripe: stripe.com
Surfshark: surfshark.com
Sync.com: sync.com
Synology, Synology Account: synology.com
Telegram: telegram.org
TikTok: tiktok.com
Trezor: trezor.io
Tumblr: tumblr.com
Tuta, Tutanota, Tuta Mail: tuta.com tutanota.com
Twitch, Twitch.tv: twitch.tv
Twitter, X, X.com: x.com twitter.com
Uber: uber.com
Ubisoft: ubisoft.com ubi.com
Udemy: udemy.com
Uphold: uphold.com
Valorant, League of Legends: riotgames.com
Vanguard: vanguard.com
Venmo: venmo.com
VK, VKontakte: vk.com
WEB.DE, Web de: web.de
Wikipedia, Wikimedia, Wikimedia Foundation: wikipedia.org wikimedia.org
Wise, TransferWise: wise.com
Xbox: live.com xbox.com
Yahoo, Yahoo!, Yahoo Mail: yahoo.com
Yandex: yandex.com yandex.ru
`;
