/** Fifty real domains that accounts are bound to. */
export const BOUND_DOMAINS: readonly string[] =
  `github.com gitlab.com google.com microsoft.com apple.com amazon.com paypal.com dropbox.com slack.com discord.com
   twitch.tv reddit.com facebook.com instagram.com linkedin.com coinbase.com binance.com kraken.com stripe.com shopify.com
   cloudflare.com digitalocean.com heroku.com netlify.com npmjs.com pypi.org docker.com atlassian.com notion.so figma.com
   zoom.us okta.com salesforce.com mailchimp.com proton.me fastmail.com bitwarden.com nintendo.com steampowered.com
   epicgames.com ebay.com airbnb.com hetzner.com namecheap.com revolut.com wise.com ovhcloud.com x.com sparkasse.de
   microsoftonline.com`.split(/\s+/);
