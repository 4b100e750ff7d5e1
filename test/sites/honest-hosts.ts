/** A thousand and more hosts that imitate nobody: well-known sites, sites of other countries, plain words, agencies, shops. */
export const HONEST_HOSTS: readonly string[] = `
netflix.com wikipedia.org en.wikipedia.org youtube.com m.youtube.com whatsapp.com tiktok.com pinterest.com tumblr.com
bbc.co.uk www.bbc.com cnn.com nytimes.com theguardian.com washingtonpost.com reuters.com apnews.com bloomberg.com forbes.com
wsj.com ft.com economist.com time.com usatoday.com latimes.com nbcnews.com foxnews.com cbsnews.com npr.org
spiegel.de zeit.de faz.net sueddeutsche.de bild.de welt.de tagesschau.de heise.de golem.de t-online.de
web.de gmx.net gmx.de freenet.de otto.de zalando.de mediamarkt.de saturn.de idealo.de check24.de
bahn.de lufthansa.com dhl.de deutschepost.de telekom.de vodafone.de o2online.de ing.de dkb.de comdirect.de
commerzbank.de deutsche-bank.de postbank.de hypovereinsbank.de volksbank.de n26.com traderepublic.com consorsbank.de targobank.de norisbank.de
lemonde.fr lefigaro.fr liberation.fr leparisien.fr orange.fr sfr.fr free.fr leboncoin.fr cdiscount.com fnac.com
sncf-connect.com laposte.fr labanquepostale.fr bnpparibas.fr societegenerale.fr credit-agricole.fr impots.gouv.fr ameli.fr service-public.fr caf.fr
elpais.com elmundo.es marca.com as.com lavanguardia.com bbva.es caixabank.es santander.com mercadona.es idealista.com
corriere.it repubblica.it gazzetta.it ansa.it poste.it intesasanpaolo.com unicredit.it libero.it subito.it trenitalia.com
nu.nl nos.nl telegraaf.nl ad.nl volkskrant.nl bol.com marktplaats.nl rabobank.nl abnamro.nl digid.nl
standaard.be hln.be vrt.be kbc.be belfius.be bpost.be proximus.be telenet.be itsme.be belgium.be
20min.ch nzz.ch srf.ch sbb.ch post.ch ubs.com postfinance.ch raiffeisen.ch migros.ch coop.ch
orf.at derstandard.at krone.at oebb.at post.at erstebank.at willhaben.at geizhals.at bawag.at finanzonline.bmf.gv.at
onet.pl wp.pl allegro.pl interia.pl gazeta.pl pkobp.pl mbank.pl olx.pl gov.pl ceneo.pl
seznam.cz idnes.cz novinky.cz alza.cz csob.cz kb.cz heureka.cz mall.cz csfd.cz ceskatelevize.cz
dn.se aftonbladet.se expressen.se svt.se blocket.se swedbank.se seb.se handelsbanken.se klarna.com skatteverket.se
vg.no nrk.no dagbladet.no finn.no dnb.no skatteetaten.no altinn.no vipps.no telenor.no posten.no
dr.dk tv2.dk politiken.dk borger.dk danskebank.dk nordea.dk dba.dk coop.dk skat.dk mitid.dk
yle.fi hs.fi iltalehti.fi suomi.fi op.fi tori.fi kela.fi vero.fi elisa.fi posti.fi
index.hu telex.hu otpbank.hu 444.hu emag.ro hotnews.ro digi24.ro dir.bg abv.bg jutarnji.hr
publico.pt sapo.pt cgd.pt novobanco.pt olx.pt in.gr kathimerini.gr skroutz.gr cosmote.gr piraeusbank.gr
hurriyet.com.tr sabah.com.tr trendyol.com hepsiburada.com sahibinden.com garanti.com.tr isbank.com.tr turkiye.gov.tr n11.com yapikredi.com.tr
yandex.ru mail.ru vk.com ok.ru lenta.ru rbc.ru gosuslugi.ru sberbank.ru ozon.ru wildberries.ru
baidu.com qq.com weibo.com taobao.com tmall.com jd.com alipay.com aliexpress.com alibaba.com bilibili.com
zhihu.com douban.com 163.com sina.com.cn sohu.com csdn.net ctrip.com meituan.com xiaomi.com huawei.com
yahoo.co.jp rakuten.co.jp mercari.com nicovideo.jp line.me kakaku.com cookpad.com asahi.com nhk.or.jp smbc.co.jp
naver.com daum.net kakao.com coupang.com gmarket.co.kr nate.com tistory.com chosun.com joongang.co.kr hankyung.com
indiatimes.com flipkart.com irctc.co.in hdfcbank.com icicibank.com sbi.co.in ndtv.com hotstar.com paytm.com zerodha.com
globo.com uol.com.br mercadolivre.com.br itau.com.br bradesco.com.br nubank.com.br caixa.gov.br terra.com.br magazineluiza.com.br americanas.com.br
clarin.com lanacion.com.ar infobae.com mercadolibre.com.ar eluniversal.com.mx banamex.com bancolombia.com eltiempo.com emol.com bcp.com.pe
abc.net.au news.com.au smh.com.au commbank.com.au westpac.com.au anz.com.au nab.com.au telstra.com.au my.gov.au realestate.com.au
stuff.co.nz nzherald.co.nz trademe.co.nz asb.co.nz cbc.ca globeandmail.com rbc.com td.com scotiabank.com canada.ca
news24.com takealot.com fnb.co.za standardbank.co.za jumia.com.ng gtbank.com safaricom.co.ke nation.africa aljazeera.com haaretz.co.il
gov.uk www.gov.uk nhs.uk hmrc.gov.uk tfl.gov.uk parliament.uk rightmove.co.uk autotrader.co.uk argos.co.uk tesco.com
sainsburys.co.uk asda.com johnlewis.com marksandspencer.com boots.com next.co.uk asos.com dailymail.co.uk thesun.co.uk telegraph.co.uk
barclays.co.uk hsbc.co.uk lloydsbank.com natwest.com nationwide.co.uk santander.co.uk monzo.com starlingbank.com virginmedia.com sky.com
chase.com bankofamerica.com wellsfargo.com citi.com capitalone.com usbank.com pnc.com truist.com ally.com discover.com
americanexpress.com fidelity.com schwab.com vanguard.com etrade.com robinhood.com sofi.com chime.com venmo.com cash.app
irs.gov ssa.gov usps.com ups.com fedex.com dmv.ca.gov studentaid.gov medicare.gov nasa.gov nih.gov
walmart.com target.com bestbuy.com costco.com homedepot.com lowes.com macys.com kohls.com nordstrom.com wayfair.com
etsy.com wish.com ikea.com nike.com adidas.com zara.com hm.com uniqlo.com gap.com sephora.com
booking.com expedia.com tripadvisor.com hotels.com kayak.com skyscanner.net trivago.com agoda.com vrbo.com ryanair.com
easyjet.com delta.com united.com aa.com southwest.com emirates.com klm.com britishairways.com airfrance.fr marriott.com
uber.com lyft.com doordash.com grubhub.com instacart.com deliveroo.co.uk just-eat.co.uk lieferando.de bolt.eu blablacar.fr
spotify.com soundcloud.com deezer.com tidal.com bandcamp.com last.fm pandora.com audible.com scribd.com goodreads.com
hulu.com disneyplus.com hbomax.com primevideo.com paramountplus.com peacocktv.com crunchyroll.com vimeo.com dailymotion.com imdb.com
rottentomatoes.com metacritic.com ign.com gamespot.com polygon.com kotaku.com pcgamer.com roblox.com minecraft.net ea.com
ubisoft.com rockstargames.com blizzard.com riotgames.com playstation.com xbox.com gog.com itch.io chess.com lichess.org
stackoverflow.com stackexchange.com bitbucket.org sourceforge.net codeberg.org gitea.com launchpad.net npmtrends.com jsfiddle.net codepen.io
developer.mozilla.org w3schools.com python.org nodejs.org rust-lang.org golang.org ruby-lang.org php.net kotlinlang.org typescriptlang.org
vercel.com render.com fly.io railway.app supabase.com firebase.example.org planetscale.com mongodb.com redis.io postgresql.org
linode.com vultr.com scaleway.com ionos.de strato.de godaddy.com gandi.net porkbun.com name.com dynadot.com
debian.org ubuntu.com archlinux.org fedoraproject.org kernel.org gnu.org apache.org nginx.org jenkins.io grafana.com
trello.com asana.com monday.com airtable.com evernote.com todoist.com miro.com canva.com adobe.com sketch.com
hubspot.com zendesk.com intercom.com mailgun.com sendgrid.com twilio.com typeform.com surveymonkey.com calendly.com doodle.com
webex.com teamviewer.com anydesk.com logmein.com skype.com telegram.org signal.org viber.com wechat.com threema.ch
wordpress.com wordpress.org wix.com squarespace.com webflow.com weebly.com ghost.org medium.com substack.com blogger.com
quora.com yelp.com craigslist.org nextdoor.com meetup.com eventbrite.com ticketmaster.com stubhub.com groupon.com indeed.com
glassdoor.com monster.com ziprecruiter.com stepstone.de xing.com upwork.com fiverr.com freelancer.com coursera.org udemy.com
edx.org khanacademy.org duolingo.com brilliant.org quizlet.com chegg.com mit.edu harvard.edu stanford.edu ox.ac.uk
cam.ac.uk ethz.ch tum.de uni-heidelberg.de tu-berlin.de rwth-aachen.de lmu.de sorbonne-universite.fr uva.nl kuleuven.be
nature.com science.org arxiv.org researchgate.net jstor.org springer.com elsevier.com sciencedirect.com wiley.com plos.org
webmd.com mayoclinic.org healthline.com who.int cdc.gov weather.com accuweather.com wetter.com meteofrance.com yr.no
openai.com anthropic.com huggingface.co kaggle.com midjourney.com perplexity.ai deepl.com grammarly.com wolframalpha.com archive.org
duckduckgo.com bing.com ecosia.org startpage.com brave.com mozilla.org opera.com vivaldi.com torproject.org eff.org
samsung.com sony.com lg.com dell.com hp.com lenovo.com asus.com acer.com intel.com amd.com
nvidia.com qualcomm.com cisco.com oracle.com ibm.com sap.com siemens.com bosch.com philips.com logitech.com
bmw.de mercedes-benz.com volkswagen.de audi.com porsche.com toyota.com honda.com ford.com tesla.com renault.fr
coca-cola.com pepsi.com nestle.com unilever.com danone.com heineken.com starbucks.com mcdonalds.com burgerking.com kfc.com
espn.com nba.com nfl.com fifa.com uefa.com kicker.de sport1.de lequipe.fr skysports.com cricbuzz.com
bitfinex.com bitstamp.net crypto.com kucoin.com okx.com bybit.com gemini.com blockchain.com etherscan.io metamask.io
un.org europa.eu ec.europa.eu imf.org worldbank.org oecd.org wto.org nato.int amnesty.org greenpeace.org
redcross.org unicef.org wwf.org msf.org oxfam.org caritas.de brot-fuer-die-welt.de rotary.org scouts.org.uk rnli.org.uk
t-mobile.com verizon.com att.com xfinity.com comcast.com spectrum.com bt.com ee.co.uk three.co.uk swisscom.ch
xn--mnchen-3ya.de xn--kln-sna.de xn--dsseldorf-q9a.de xn--zrich-kva.ch xn--bcher-kva.example xn--mller-kva.de xn--80aswg.xn--p1ai
xn--e1afmkfd.xn--p1ai xn--d1abbgf6aiiy.xn--p1ai xn--fiqs8s.xn--fiqs8s xn--caf-dma.fr xn--strae-oqa.de xn--schne-aussicht-wpb.de
xn--malm-8qa.se xn--trnby-yua.dk xn--mxico-bsa.mx xn--so-paulo-cza.example xn--hotel-zrich-yhb.ch xn--brse-5qa.de xn--fukugi-8w4h.jp
maple.com apply.com black.com stack.com finance.com switch.com motion.com sigma.com binary.com strive.com
strike.com stream.com steam.fm snack.com grammar.com discount.com dropship.com credit.com edit.com readit.com
paper.com papal.org pineapple.com grapple.com pinstripe.com purchase.com emotion.com promotion.com potion.com amazonas.com
amazonia.org googol.com facet.com faceit.com instant.com instagib.com linked.com coin.com coinhub.com baseball.com
shop.com shopping.com cloud.com cloudy.com flare.com digital.com ocean.com hero.com net.com dockyard.io
docks.com atlas.com atlantic.com notice.com figure.com boom.com room.com zoo.com loom.com doom.com
octa.com orca.com salesman.com mail.com chimp.com proton.org fast.com mailer.com bit.com warden.com
ninja.com intention.com epic.com epicure.com games.com bay.com ebony.com airbus.com air.com bnb.com
name.org cheap.com revolution.com revolver.com wide.com wine.com wife.com rise.com wiser.com ovation.com
blue-stripe-design.com golden-apple-orchard.co.uk street-wise.org green-room.net stone-ridge-dental.com city-bakery.fr alpine-hut.ch river-side-inn.co.uk
north-shore-plumbing.com red-door-realty.com old-mill-brewery.co.uk sunny-side-cafe.com blue-bird-daycare.org happy-paws-vet.com iron-works-gym.com quick-fix-auto.com
schmidt-bau.de mueller-gmbh.de zahnarzt-berger.de gasthaus-zur-post.de fahrschule-klein.de blumen-weber.de autohaus-nord.de kanzlei-hoffmann.de
boulangerie-martin.fr garage-dupont.fr hotel-du-lac.ch fleurs-de-paris.fr pizzeria-napoli.it studio-rossi.it casa-del-libro.es viajes-sol.es
acme-consulting.com brightpixel.agency northwind-traders.com contoso.com fabrikam.com adventure-works.com tailspintoys.com wingtiptoys.com litware.com proseware.com
bluefoxstudio.com redbrickmedia.com silverlinecapital.com greenleaflandscaping.com oakwoodfurniture.com harborviewdental.com lakesidemarina.com summitlegal.com crestviewschool.org mapleleafbakery.ca
sunriseyoga.com moonlightcinema.com.au starfishswim.co.uk riverbendfarm.com cedarhillchurch.org pinecrestcamp.org willowcreekvet.com birchwoodhomes.com elmstreetbooks.com ashfordcastle.com
table.com chair.com window.com garden.com kitchen.com bottle.com pencil.com mirror.com candle.com pillow.com
mountain.com island.com desert.com forest.com harbor.com valley.com bridge.com castle.com village.com temple.com
tiger.com eagle.com dolphin.com falcon.com panther.com rabbit.com turtle.com lobster.com spider.com pigeon.com
silver.com copper.com marble.com velvet.com cotton.com leather.com crystal.com diamond.com emerald.com amber.com
doctor.com lawyer.com teacher.com farmer.com baker.com pilot.com sailor.com artist.com writer.com painter.com
summer.com winter.com autumn.com spring.com monday.org friday.de january.com sunset.com thunder.com rainbow.com
pepper.com ginger.com cinnamon.com vanilla.com lemon.com orange.com cherry.com peach.com almond.com walnut.com
rocket.com planet.com comet.com galaxy.com orbit.com saturn.com jupiter.com neptune.com apollo.com voyager.com
whisper.net horizon.org lantern.dev compass.com anchor.fm beacon.io harvest.co meadow.app canyon.com summit.co
intranet.acme-consulting.com login.uni-heidelberg.de id.apollo.com accounts.brightpixel.agency sso.oakwoodfurniture.com mail.summitlegal.com portal.crestviewschool.org shop.mapleleafbakery.ca
jane-doe.github.io openstreetmap.org myblog.netlify.app demo.vercel.app kitchen-table.myshopify.com docs.rs crates.io pkg.go.dev hub.oakwood.dev wiki.archlinux.org
`
  .trim()
  .split(/\s+/);
