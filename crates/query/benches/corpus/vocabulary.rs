//! Words of patent English, the most frequent first.

/// Function words and the phrases of the trade, in about the order of their frequency.
pub(crate) const COMMON: &str = "the a of and to is in an for with by at said or which on first from second be are as \
that one wherein method device end comprises comprising having includes system provided body side part least unit \
invention connected between plate portion can surface plurality data each used control arranged through layer main \
has upper utility lower into material relates including model when according power signal fixed frame structure \
information other use more than connecting fixedly position apparatus discloses water it present inner air outer \
heat circuit set its such after module being, output input bottom top thereof direction support pressure time \
temperature movable embodiment mounted disclosed so formed same heating process two base box wall machine shaft \
rotating motor driving cover hole ring pipe valve steps step based image substrate light cooling rod sliding product \
mechanism element opening rear front voltage assembly state cylinder shell corresponding gas current sensor high \
cavity low point line value corresponding contact space area also member user group liquid result obtaining \
electrode terminal section mixing containing oil component components wherein screw good effect improved simple \
block film type number spring drive working range length belt controlling display flow storage tube steel solution \
seat communication detection vehicle weight acid adjusting installation wire processing performance quality cutting \
blade composition predetermined outlet inlet target memory optical equipment fluid treatment battery switch gear \
metal feeding production network raw materials polymer fiber test sample wheel wherein rate manufacturing joint \
fixing preparation channel solid reaction mold filter clamping preparing supporting reduced arm carrier energy \
efficiency ratio angle respective respectively therefore further medium coating respective distance carried protective \
collecting locking transmission electric server amount mass source nozzle hollow particles parameter thickness \
computer semiconductor pixel region electronic arrangement thread structural safety application edge engine server \
face aqueous content resin center concentration wireless operation preset environment speed groove signals cells \
detecting stage tank carbon different bearing compound container radial longitudinal axial vertical horizontal \
extending configured receiving generating transmitting determining forming moving stable convenient realized \
technical field belongs provides reduces prevents improves simultaneously automatically directly effectively greatly \
mutually sequentially uniformly";

/// Beginnings and endings from which rarer words are made.
pub(crate) const STEMS: &str = "abras absorb accelerat access accumulat acetyl activat actuat adapt adhes adjust aerat \
agglomerat agitat align alkyl alloy alternat aluminium amplif analy anchor annul antenn applic approximat aromat \
assembl assist associat atom attach attenuat audio authoriz auxiliar axial balanc barrier benzo biaxial bind blend \
block bond brak brush buffer calibrat camer capac capsul captur carbox carri cartridg cast catalys catheter cathod \
ceram chamber characteris charg chlor chromat clamp clean clos coagul coat code coll column combin combust compact \
compar compens compil complement compos compress comput concav condens condit conduct configur conjug connect \
consist constrain construct consum contin contract contrast control convect convers convey cool coordinat copolymer \
correct correlat corros coupl crank creat crosslink crush crystal curv cushion cyclo damp decod decompos deform \
degrad dehydr deliver densit deposit deriv describ desir determin develop deviat diagnos dielectr differ diffus \
dilut dimension direct disc dispens dispers displac dissol distill distribut divid dop dosag drain dri dura dust \
ejec elast electr elev elimin elut embed emiss emuls enabl encaps enclos encod engag enhanc enlarg epox equal erect \
estimat etch ethyl evaluat evapor exchang exciter execut exhaust expand expos express extens extract extru fabric \
fasten feed ferment filtr finish flang flash flex float fluor foam fold forc format foundat fraction fragment friction \
fuel funct furnac fus gasket gate generat gel geometr glass glucos glycol grad granul grip guid halogen handl harden \
harvest hinge hous humid hydraul hydrogen hydrox identif ignit illumin impact implant impregnat impuls incident inclin \
incorporat indicat induc inert inflat infrared inhibit inject insert inspect instal instruct insulat integrat intens \
interact intermedi interv invert ion irradiat isolat iter kinet label laminat latch lead leak lever lift limit link \
load locat lubric lumin magnet maint manifold margin mask match maxim measur mechan melt membran messag methyl micro \
mill minim mix mobil modif modul moist molecul monitor mount movem multipl navig negat neutral nitr noise normal nozzl \
nucle nutri observ obstacl operat optim orbit orient orific oscillat oxid packag panel parallel particul partit pass \
patch patient peel penetrat percept perfor period permeab phase phenyl phosph physic piezo piston pivot plasm plast \
platform plug polar polish poly poros posit potass powder precipit precis predict press prim print prob process program \
project promot propel protein protrud provis pulley puls pump purif quant quench radi ramp random ratchet react read \
record recover rectif recycl redund reflect refract refriger regener register regul reinforc relat releas remov repair \
repeat replac report request reserv resid resil resist resolut reson respond restrict retain retract return revers \
revolv rib rigid rins rivet roll rotat rout rubber sampl scal scan schedul screen scrub seal search seat sediment \
segment select separ sequenc serial serv shap shield shift shock side silic simulat sinter skelet slid slit slot slurr \
smooth sodium soft solder solvent sort spac spatial spectr spher spin splic split spray stabil stack starch start \
static steam steer steriliz stiff stir stor strain stretch strip stroke subset suction sulf superfic suppl suppress \
surfact suspend swing symmetr synchron synthes syring tap taper telescop temper tens text therap thermo thick thin \
thread threshold thrust tilt titan toler torqu toxic track tract transfer transform transist transmit transport travers \
trigger truss tub tun turb twist ultra uniform unload updat urethan utiliz vacuum valid vapor vari vector vent verif \
vibrat video virtual viscos visual volt volum vulcan wash weigh weld whirl wind wip yield zinc zon";

/// What is put behind them.
pub(crate) const ENDINGS: &str =
    "ing ed ion s able er ors ive al ate ic ity ment ance ent es ations ously ized e";
