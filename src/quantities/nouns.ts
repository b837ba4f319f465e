/**
 * The tree of nouns that policy texts count: concept → the concept it is a kind of. Words for the concepts stand in the
 * language tables. Two nouns disagree only where they stand on different branches.
 */
const tree =
  'companies smes<companies unicorns<companies startups<companies listed-companies<companies suppliers<companies ' +
  'factories banks<companies institutions universities<institutions schools<institutions hospitals<institutions ' +
  'laboratories<institutions institutes<institutions research-centres<institutions agencies<institutions ' +
  'ministries<institutions departments associations<institutions people talents<people employees<people ' +
  'researchers<people students<people teachers<people patients<people farmers<people workers<people experts<people ' +
  'residents<people women<people men<people children<people migrants<people refugees<people soldiers<people ' +
  'officials<people deputies<people tourists<people passengers<people users<people households jobs models datasets cards chips servers robots ' +
  'vehicles electric-vehicles<vehicles buses<vehicles trains<vehicles aircraft<vehicles ships<vehicles charging-points ' +
  'base-stations satellites data-centres<sites computing-centres<data-centres power-plants<sites wind-turbines ' +
  'solar-panels reactors heat-pumps buildings dwellings<buildings projects measures tasks documents policies<documents ' +
  'laws<documents directives<documents plans<documents reports<documents strategies<documents standards<documents ' +
  'agreements<documents patents patent-applications<applications articles chapters applications platforms products technologies ' +
  'scenarios domains sectors<domains directions<domains areas<domains objectives indicators criteria recommendations ' +
  'partners members participants<people countries regions provinces<regions cities municipalities districts villages units ' +
  'authorities<institutions sites zones<sites parks<sites incubators<sites clusters centres<sites bases<sites events conferences<events meetings<events ' +
  'sessions<events cases deaths beds doses vaccines tests animals trees species parameters tokens customers ' +
  'subscribers downloads visits orders contracts transactions investments funds loans grants ' +
  'scholarships prizes courses programmes categories groups batches phases stages<phases steps pillars priorities votes seats ' +
  'pages languages shops hotels restaurants stations lines routes ports airports bridges roads mines fields farms points ' +
  'births<events questions containers shares cents meals tenders rivers works kindergartens<schools doctors- ' +
  'practices<institutions drones<aircraft devices tanks<vehicles weapons solar-parks<power-plants installations ' +
  'heating-systems reforms<measures services networks connections incidents accidents<incidents outages<incidents ' +
  'waste vaccinations visitors<people overnight-stays flights journeys permits tariffs taxes proposals systems ' +
  'components tools experiments countermeasures<measures missions rooms books marriages bankruptcies ' +
  'unemployed<people pensioners<people beneficiaries<people doctors<people nurses<employees pupils<students self- ' +
  'employed<people founders<people taxpayers<people developers<employees offences<incidents tunnels dams filling- ' +
  'stations<stations state-owned-enterprises<companies production-lines branches<institutions organisations ' +
  'engineers<people entrepreneurs<people elderly<people volunteers<people member-states<countries racks machines ' +
  'phones<devices communities counties actions<measures achievements parcels teams<groups aspects reservoirs ' +
  'wells museums<institutions elevators<machines administrative-items quarters ' +
  'places ranks times generations years-old';

const parents: ReadonlyMap<string, string | undefined> = new Map(
  tree.split(' ').map((entry) => {
    const [concept = '', parent] = entry.split('<');
    return [concept, parent];
  }),
);

/** Parents that a configuration adds to the tree. */
export type ExtraParents = Readonly<Record<string, string>>;

/** Whether one of the concepts on the left is, holds or is held by one on the right. */
export function conceptsAgree(left: readonly string[], right: readonly string[], extra: ExtraParents = {}): boolean {
  return left.some((a) => right.some((b) => isKindOf(a, b, extra) || isKindOf(b, a, extra)));
}

/** Walks up the tree; a circle in a configuration ends it after as many steps as a tree can be deep. */
function isKindOf(concept: string, ancestor: string, extra: ExtraParents): boolean {
  let at: string | undefined = concept;
  for (let depth = 0; at !== undefined && depth < 16; depth++) {
    if (at === ancestor) return true;
    at = Object.hasOwn(extra, at) ? extra[at] : parents.get(at);
  }
  return false;
}

/** Whether the tree has the concept. */
export const isConcept = (name: string): boolean => parents.has(name);
