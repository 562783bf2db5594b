"""Nouns for people: what is counted is a person, whatever they are called."""

from claims.engine.lexicon.words import words

PEOPLE = words(
    """
    person people persons man men woman women child children boy boys girl girls baby babies infant infants
    adult adults teenager teenagers teen teens youth youths human humans individual individuals citizen citizens
    national nationals resident residents inhabitant inhabitants villager villagers local locals islander
    islanders homeowner homeowners tenant tenants householder householders pensioner pensioners passenger
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
    body bodies fatality fatalities death deaths dead wounded injured newborn newborns toddler toddlers starter
    starters finisher finishers runner runners entrant entrants settler settlers tribesman tribesmen nomad
    nomads native natives immigrant immigrants emigrant emigrants exile exiles deportee deportees mourner
    mourners celebrant dweller dwellers occupant occupants lodger lodgers camper campers flyer flyers vacationer
    vacationers skier skiers snowboarder schoolgirl schoolgirls schoolboy schoolboys constable constables
    sergeant sergeants inspector inspectors detective detectives lieutenant cadet cadets marine marines commando
    commandos mercenary mercenaries militiaman militiamen paratrooper paratroopers sniper snipers servicemen
    serviceman servicewoman servicewomen technician technicians operator expatriate expatriates expat expats
    foreigner foreigners americans britons russians ukrainians israelis palestinians chinese indians germans
    australians canadians europeans africans
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
NOT_PEOPLE = words(
    """
    chipmaker chipmakers carmaker carmakers automaker automakers drugmaker drugmakers steelmaker placeholder
    talisman german firefighter-plane shareholder-value regimen specimen specimens abdomen
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
