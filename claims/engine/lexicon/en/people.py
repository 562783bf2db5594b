"""Nouns for people: what is counted is a person, whatever they are called."""

from claims.engine.lexicon.words import words

PEOPLE = words(
    """
    person people persons man men woman women child children boy boys girl girls baby babies infant infants
    adult adults teenager teenagers teen teens youth youths human humans individual individuals citizen citizens
    national nationals resident residents inhabitant inhabitants villager villagers local locals islander
    deckhand deckhands docker dockers stevedore stevedores roofer roofers islanders homeowner homeowners tenant tenants householder householders pensioner pensioners passenger
    passengers driver drivers motorist motorists rider riders cyclist cyclists pedestrian pedestrians commuter
    commuters traveller travellers traveler travelers tourist tourists visitor visitors guest guests
    holidaymaker holidaymakers crew crewmen crewman sailor sailors worker workers employee employees staff
    staffer staffers staffmember labourer labourers laborer laborers miner miners farmer farmers fisherman
    fishermen teacher teachers pupil pupils student students schoolchild schoolchildren graduate graduates nurse
    nurses doctor doctors physician physicians medic medics paramedic paramedics surgeon surgeons patient
    patients volunteer volunteers participant participants recipient recipients officer officers official
    officials policeman policemen policewoman police firefighter firefighters soldier soldiers troop troops
    fighter fighters militant militants insurgent insurgents rebel rebels terrorist terrorists gunman gunmen
    attacker attackers assailant assailants shooter shooters bomber bombers hostage hostages prisoner prisoners
    inmate inmates detainee detainees suspect suspects defendant defendants plaintiff plaintiffs claimant
    claimants victim victims casualty casualties survivor survivors refugee refugees migrant migrants asylum-
    seeker seeker seekers evacuee evacuees protester protesters protestor protestors demonstrator demonstrators
    marcher marchers striker strikers supporter supporters fan fans spectator spectators attendee attendees
    onlooker onlookers bystander bystanders concertgoer concertgoers worshipper worshippers pilgrim pilgrims
    voter voters elector electors candidate candidates councillor councillors councilor councilors lawmaker
    lawmakers legislator legislators senator senators mp mps mep meps minister ministers delegate delegates
    member members mayor mayors governor governors judge judges juror jurors magistrate magistrates lawyer
    lawyers solicitor solicitors barrister barristers attorney attorneys prosecutor prosecutors witness
    witnesses expert experts scientist scientists researcher researchers engineer engineers specialist
    specialists journalist journalists reporter reporters photographer photographers editor editors author
    authors artist artists musician musicians singer singers dancer dancers actor actors performer performers
    player players athlete athletes footballer footballers cricketer cricketers coach coaches referee referees
    customer customers consumer consumers client clients shopper shoppers user users subscriber subscribers
    viewer viewers reader readers listener listeners follower followers borrower borrowers investor investors
    shareholder shareholders owner owners director directors executive executives manager managers trader
    traders shopkeeper shopkeepers trainee trainees apprentice apprentices recruit recruits veteran veterans
    civilian civilians reservist reservists conscript conscripts peacekeeper peacekeepers diplomat diplomats
    adviser advisers advisor advisors aide aides agent agents guard guards ranger rangers rescuer rescuers diver
    divers climber climbers hiker hikers swimmer swimmers parent parents mother mothers father fathers son sons
    daughter daughters brother brothers sister sisters sibling siblings grandchild grandchildren grandson
    granddaughter wife wives husband husbands widow widows orphan orphans relative relatives friend friends
    neighbour neighbours neighbor neighbors colleague colleagues couple adherent believer believers cleric
    clerics priest priests nun nuns bishop bishops monk monks sanitation-worker cleaner cleaners nanny nannies
    cook cooks chef chefs waiter waiters pilot pilots astronaut astronauts donor donors carrier applicant
    applicants respondent respondents signatory signatories beneficiary beneficiaries taxpayer taxpayers
    ratepayer ratepayers smoker smokers drinker drinkers sufferer sufferers caller callers contractor
    contractors freelancer professor professors academic academics scholar scholars lecturer lecturers principal
    principals headteacher headteachers carer carers midwife midwives dentist dentists pharmacist pharmacists
    vet vets clerk clerks cashier cashiers plumber plumbers electrician electricians builder builders trucker
    truckers hauler sanitary conspirator accomplice accomplices hijacker hijackers kidnapper kidnappers thief
    thieves robber robbers smuggler smugglers trafficker traffickers dealer dealers gang-member offender
    offenders criminal criminals murderer murderers convict convicts personnel folk folks soul souls lives life
    body bodies fatality fatalities death deaths dead wounded injured hurt newborn newborns toddler toddlers starter
    starters finisher finishers runner runners entrant entrants settler settlers tribesman tribesmen nomad
    nomads native natives immigrant immigrants emigrant emigrants exile exiles deportee deportees mourner
    mourners celebrant dweller dwellers occupant occupants lodger lodgers camper campers flyer flyers vacationer
    vacationers skier skiers snowboarder schoolgirl schoolgirls schoolboy schoolboys constable constables
    sergeant sergeants inspector inspectors detective detectives lieutenant cadet cadets marine marines commando
    commandos mercenary mercenaries militiaman militiamen paratrooper paratroopers sniper snipers servicemen
    serviceman servicewoman servicewomen technician technicians operator expatriate expatriates expat expats
    foreigner foreigners americans britons russians ukrainians israelis palestinians chinese indians germans
    australians canadians europeans africans
    absentee absentees abuser abusers accountant accountants activist activists actuary actuaries airman airmen
    alumna alumnas alumni alumnus alumnuses ambassador ambassadors amputee amputees angler anglers appellant
    appellants archaeologist archaeologists architect architects archivist archivists arrestee arrestees arsonist
    arsonists assembler assemblers assistant assistants asthmatic asthmatics attache attaches attendant attendants
    auctioneer auctioneers auditor auditors aunt aunts aviator aviators babysitter babysitters bachelor bachelors
    bailiff bailiffs baker bakers barber barbers batsman batsmen batter batters beautician beauticians beekeeper
    beekeepers benefactor benefactors bidder bidders blacksmith blacksmiths blockader blockaders blogger bloggers
    bodyguard bodyguards bookkeeper bookkeepers bosun bosuns bouncer bouncers bowler bowlers breadwinner
    breadwinners bricklayer bricklayers bride brides bridesmaid bridesmaids buddhist buddhists bureaucrat
    bureaucrats burglar burglars busker buskers butcher butchers cabbie cabbies campaigner campaigners canvasser
    canvassers caregiver caregivers caretaker caretakers carjacker carjackers carpenter carpenters catholic
    catholics cattleman cattlemen cellist cellists chairman chairmen chairperson chairpersons chairwoman
    chairwomen chancellor chancellors chaplain chaplains chauffeur chauffeurs childminder childminders chorister
    choristers christian christians churchgoer churchgoers coder coders columnist columnists comedian comedians
    commissioner commissioners competitor competitors complainant complainants composer composers concierge
    concierges congregant congregants consul consuls contestant contestants coroner coroners corporal corporals
    correspondent correspondents counsellor counsellors counselor counselors counterfeiter counterfeiters cousin
    cousins croupier croupiers curator curators custodian custodians deacon deacons deckhand deckhands decorator
    decorators defector defectors demographer demographers dependant dependants diabetic diabetics dissident
    dissidents docent docents dockworker dockworkers doorman doormen draughtsman draughtsmen drummer drummers
    elder elders embalmer embalmers entrepreneur entrepreneurs enumerator enumerators envoy envoys epidemiologist
    epidemiologists escapee escapees evangelist evangelists fiance fiances fiancee fiancees filmmaker filmmakers
    finalist finalists fishmonger fishmongers florist florists forester foresters franchisee franchisees fraudster
    fraudsters fresher freshers freshman freshmen fugitive fugitives gambler gamblers gamer gamers gangster
    gangsters gardener gardeners glazier glaziers goalkeeper goalkeepers godparent godparents golfer golfers
    grandfather grandfathers grandmother grandmothers grandparent grandparents gravedigger gravediggers groom
    grooms groundsman groundsmen grower growers guide guides guitarist guitarists gunner gunners gymnast gymnasts
    hacker hackers haemophiliac haemophiliacs hairdresser hairdressers hawker hawkers herder herders hindu hindus
    historian historians homemaker homemakers househusband househusbands housewife housewifes hunter hunters
    hurdler hurdlers imam imams influencer influencers informant informants informer informers inpatient
    inpatients instructor instructors interpreter interpreters invitee invitees janitor janitors jew jews jeweller
    jewellers jockey jockeys juggler jugglers juvenile juveniles kid kids lad lads landlord landlords landowner
    landowners landscaper landscapers lass lasses latecomer latecomers lessee lessees librarian librarians
    licensee licensees lifeguard lifeguards linesman linesmen litigant litigants locksmith locksmiths longshoreman
    longshoremen looter looters loyalist loyalists machinist machinists magician magicians marshal marshals
    masseur masseurs matriculant matriculants mechanic mechanics medalist medalists medallist medallists mentor
    mentors midfielder midfielders minder minders missionary missionaries mobster mobsters mortgagor mortgagors
    mugger muggers muslim muslims nationalist nationalists navigator navigators nephew nephews newcomer newcomers
    newsreader newsreaders niece nieces notary notaries novelist novelists novice novices observer observers
    ombudsman ombudsmen optician opticians optometrist optometrists organiser organisers organizer organizers
    outpatient outpatients outsider outsiders packer packers paddler paddlers painter painters parachutist
    parachutists paralegal paralegals parishioner parishioners parolee parolees pastor pastors pathologist
    pathologists patrolman patrolmen pawnbroker pawnbrokers peddler peddlers petitioner petitioners philanthropist
    philanthropists physiotherapist physiotherapists pianist pianists picketer picketers planner planners
    plasterer plasterers playwright playwrights poacher poachers podcaster podcasters poet poets policymaker
    policymakers porter porters postgraduate postgraduates postman postmen potter potters premier premiers
    presenter presenters president presidents probationer probationers programmer programmers protestant
    protestants psychiatrist psychiatrists psychologist psychologists punter punters quadruplet quadruplets
    quarterback quarterbacks quartermaster quartermasters rabbi rabbis radiographer radiographers rancher ranchers
    rapist rapists realtor realtors receptionist receptionists registrant registrants registrar registrars retiree
    retirees rifleman riflemen rioter rioters roofer roofers rower rowers royalist royalists sapper sappers
    scaffolder scaffolders scammer scammers schoolkid schoolkids screenwriter screenwriters seafarer seafarers
    seamstress seamstresses secretary secretaries sentry sentries separatist separatists shepherd shepherds
    signaller signallers sikh sikhs skater skaters skipper skippers socialist socialists soloist soloists
    sophomore sophomores spokesman spokesmen spokesperson spokespersons spokeswoman spokeswomen spouse spouses
    sprinter sprinters spy spies squatter squatters stalker stalkers statistician statisticians stenographer
    stenographers stepchild stepchilds stevedore stevedores steward stewards stoker stokers stonemason stonemasons
    stowaway stowaways streamer streamers stuntman stuntmen surfer surfers surveyor surveyors tailor tailors
    taxidermist taxidermists technocrat technocrats therapist therapists timekeeper timekeepers tot tots
    toxicologist toxicologists translator translators trapper trappers trawlerman trawlermen treasurer treasurers
    triplet triplets trustee trustees tutor tutors twin twins typist typists umpire umpires uncle uncles
    undergraduate undergraduates undertaker undertakers usher ushers vaccinee vaccinees valedictorian
    valedictorians vandal vandals vicar vicars violinist violinists virologist virologists warden wardens weaver
    weavers welder welders whistleblower whistleblowers winegrower winegrowers winger wingers wrestler wrestlers
    youngster youngsters
    lady ladies lobbyist lobbyists waitress waitresses deputy deputies peer peers baroness banker bankers broker brokers
    billionaire billionaires millionaire millionaires tycoon tycoons opponent opponents critic critics founder founders
    colonel colonels admiral admirals submariner submariners crewmate crewmates legionnaire legionnaires
    motorcyclist motorcyclists biker bikers canoeist canoeists kayaker kayakers bather bathers sunbather sunbathers walker
    walkers rambler ramblers jogger joggers stewardess stewardesses hostess hostesses supervisor supervisors boss bosses
    heir heirs heiress widower widowers divorcee preschooler preschoolers schoolmate schoolmates classmate classmates
    playmate playmates flatmate flatmates housemate housemates roommate roommates teammate teammates cellmate cellmates
    jailer jailers warder warders thug thugs hooligan hooligans paedophile paedophiles blackmailer swindler swindlers
    courier couriers addict addicts alcoholic alcoholics epileptic epileptics septuagenarian septuagenarians
    octogenarian octogenarians nonagenarian nonagenarians centenarian centenarians adolescent adolescents preteen
    preteens youtuber youtubers troll trolls backpacker backpackers mountaineer mountaineers trekker trekkers sherpa
    sherpas evangelical evangelicals methodist methodists anglican anglicans mormon mormons archbishop archbishops
    seminarian seminarians friar friars syrian syrians afghan afghans iraqi iraqis iranian iranians somali somalis
    sudanese eritrean eritreans ethiopian ethiopians nigerian nigerians kenyan kenyans ghanaian ghanaians pakistani
    pakistanis bangladeshi bangladeshis turks greeks danes swedes finns spaniard spaniards italians mexicans brazilians
    venezuelan venezuelans haitian haitians cubans filipino filipinos vietnamese thais rohingya kurds uyghurs captive
    captives
    """
)
# Nouns that end so are people too.
ENDINGS = tuple(
    words(
        """
        men man women woman goer goers holder holders maker makers ologist ologists worker workers keeper keepers ician
        icians people person seeker seekers fighter fighters child
        """
    )
)
# How a name in the plural ends that is of the people of a place.
OF_A_PLACE = tuple(words("ians ans ers ites iots ots eños inos"))
NOT_PEOPLE = words(
    """
    chipmaker chipmakers carmaker carmakers automaker automakers drugmaker drugmakers steelmaker placeholder
    talisman german firefighter-plane shareholder-value regimen specimen specimens abdomen rovers
    cruisers chargers explorers wranglers qurans korans caravans sedans minivans trojans titans ers
    """
)
# Those who only pass on what they know: a count of them in front of a verb of saying is a source, not a figure.
SOURCES = words(
    """
    person people official officials source sources employee employees lawyer lawyers diplomat diplomats adviser
    advisers aide aides executive executives insider insiders witness witnesses worker workers officer officers
    resident residents minister ministers staffer staffers lawmaker lawmakers trader traders banker bankers doctor
    doctors expert experts member members analyst analysts economist economists friend friends neighbour neighbours
    man men woman women others researcher researchers scientist scientists reporter reporters journalist journalists
    """
)
SOURCE_MARKS = words("familiar briefed knowledge speaking asked present who close involved")
