/** Issuers that people use at work: code, servers, names, offices. See known-issuers.ts. */
export const KNOWN_BUSINESS = `
1Password, AgileBits: 1password.com 1password.eu 1password.ca
Adobe, Adobe ID: adobe.com
Airtable: airtable.com
Akamai, Linode, Akamai Cloud: linode.com akamai.com
Algolia: algolia.com
Amazon Web Services, AWS, AWS IAM, AWS SSO, Amazon AWS: amazon.com
Anthropic, Claude: claude.ai anthropic.com
Asana: asana.com
Atlassian, Jira, Confluence, Trello, Atlassian Cloud: atlassian.com atlassian.net trello.com
Auth0: auth0.com
Autodesk: autodesk.com
Backblaze: backblaze.com
Basecamp: basecamp.com
Bitbucket: bitbucket.org atlassian.com
Bitwarden: bitwarden.com bitwarden.eu
BrowserStack: browserstack.com
Calendly: calendly.com
Canva: canva.com
CircleCI: circleci.com
Cisco, Webex, Cisco Webex: webex.com cisco.com
Cloudflare: cloudflare.com
Codeberg: codeberg.org
Contabo: contabo.com
Crowdin: crowdin.com
Cloudinary: cloudinary.com
CrowdStrike: crowdstrike.com
Dashlane: dashlane.com
Datadog: datadoghq.com datadoghq.eu
DEV, dev.to: dev.to
DigitalOcean, Digital Ocean: digitalocean.com
PyPI, TestPyPI, Python Package Index: pypi.org
DNSimple: dnsimple.com
Docker, Docker Hub: docker.com
DocuSign: docusign.com docusign.net
Dropbox: dropbox.com
Dynadot: dynadot.com
Eventbrite: eventbrite.com
Fastly: fastly.com
Figma: figma.com
Fly.io, Fly: fly.io
Freshworks, Freshdesk: freshworks.com freshdesk.com
Gandi, Gandi.net: gandi.net
Gitea, Gitea Cloud: gitea.com
GitHub, GitHub.com: github.com
GitLab, GitLab.com: gitlab.com
GoDaddy: godaddy.com
Grammarly: grammarly.com
Heroku: heroku.com
Hetzner, Hetzner Online, Hetzner Accounts: hetzner.com hetzner.cloud
Hostinger: hostinger.com
Hover: hover.com
HubSpot: hubspot.com
Hugging Face, HuggingFace: huggingface.co
Infomaniak: infomaniak.com
INWX: inwx.de inwx.com
IONOS, 1&1 IONOS, 1und1, IONOS by 1&1: ionos.com ionos.de
JetBrains, JetBrains Account: jetbrains.com
Joker.com, Joker: joker.com
Kaggle: kaggle.com
Keeper, Keeper Security: keepersecurity.com keepersecurity.eu
Launchpad, Ubuntu, Ubuntu One, Ubuntu SSO, Canonical: ubuntu.com launchpad.net
LastPass: lastpass.com
Linear: linear.app
LogMeIn, GoTo: goto.com logmein.com
Mailchimp, Intuit Mailchimp: mailchimp.com
Mailgun: mailgun.com
Mapbox: mapbox.com
Microsoft, Microsoft Account, Microsoft Authenticator, Microsoft 365, Office 365, Azure, Azure AD, Microsoft Entra ID: microsoftonline.com live.com microsoft.com
Miro: miro.com
Monday.com, Monday: monday.com
MongoDB, MongoDB Atlas, MongoDB Cloud: mongodb.com
Name.com: name.com
Namecheap: namecheap.com
NameSilo: namesilo.com
Netcup, netcup CCP, netcup SCP: netcup.de netcup.eu
Netlify: netlify.com
New Relic: newrelic.com
Njalla: njal.la
NordPass: nordpass.com
Notion: notion.so notion.com
npm, npmjs, npmjs.com: npmjs.com
NuGet: nuget.org
Okta: okta.com
OneLogin: onelogin.com
OpenAI, ChatGPT: openai.com chatgpt.com
Oracle, Oracle Cloud: oraclecloud.com oracle.com
OVH, OVHcloud, OVH Cloud: ovh.com ovhcloud.com
Packagist, Packagist.org: packagist.org
PagerDuty: pagerduty.com
Pipedrive: pipedrive.com
PlanetScale: planetscale.com
Porkbun: porkbun.com
Postman: postman.com
Postmark: postmarkapp.com
Rackspace: rackspace.com
Railway: railway.app railway.com
Read the Docs: readthedocs.org readthedocs.com
Render, Render.com: render.com
RubyGems, RubyGems.org: rubygems.org
Salesforce: salesforce.com force.com
SAP, SAP ID: sap.com
Scaleway: scaleway.com
SendGrid, Twilio SendGrid: sendgrid.com
Sentry, Sentry.io: sentry.io
ServiceNow: service-now.com servicenow.com
Shopify: shopify.com
Slack: slack.com
SourceForge: sourceforge.net
sourcehut, sr.ht: sr.ht
Squarespace: squarespace.com
Stack Overflow, Stack Exchange: stackoverflow.com stackexchange.com
Supabase: supabase.com
Tailscale: tailscale.com
TeamViewer: teamviewer.com
Terraform, Terraform Cloud, HashiCorp, HCP: terraform.io hashicorp.com hashicorp.cloud
Todoist: todoist.com
Toggl: toggl.com
Twilio, Authy: twilio.com
Typeform: typeform.com
Unity, Unity ID: unity.com
Vercel: vercel.com
Vultr: vultr.com
Webflow: webflow.com
Wix, Wix.com: wix.com
WordPress, WordPress.com, Automattic: wordpress.com
WordPress.org: wordpress.org
Workday: workday.com myworkday.com
Wrike: wrike.com
Xero: xero.com
Zapier: zapier.com
Zendesk: zendesk.com
Zoho, Zoho Mail, Zoho Accounts: zoho.com zoho.eu
Zoom, Zoom.us: zoom.us zoom.com
`;
