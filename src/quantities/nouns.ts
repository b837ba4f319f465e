/**
 * The tree of nouns that policy texts count: concept `<` the concepts that it is a kind of, `+` between them (a heat pump
 * is a device and an installation). Words for the concepts stand in the
 * language tables. Two nouns disagree only where they stand on different branches.
 */
const tree =
  'companies<organisations smes<companies unicorns<companies startups<companies listed-companies<companies ' +
  'suppliers<companies factories<sites+installations banks<companies institutions universities<institutions ' +
  'schools<institutions hospitals<institutions laboratories<institutions institutes<institutions ' +
  'research-centres<institutions agencies<institutions+authorities ministries<institutions+authorities ' +
  'departments associations<institutions+organisations people talents<people employees<people ' +
  'researchers<people+talents+experts students<people teachers<people patients<people farmers<people ' +
  'workers<people+employees experts<people+talents residents<people women<people men<people children<people ' +
  'migrants<people refugees<people soldiers<people officials<people deputies<people tourists<people ' +
  'passengers<people users<people households jobs models datasets cards<components chips<components ' +
  'servers<devices+machines robots<devices+machines vehicles<products electric-vehicles<vehicles ' +
  'buses<vehicles trains<vehicles aircraft<vehicles ships<vehicles charging-points<installations+devices ' +
  'base-stations<installations satellites data-centres<sites+installations computing-centres<data-centres ' +
  'power-plants<sites+installations wind-turbines<installations+machines solar-panels<installations+devices ' +
  'reactors<installations heat-pumps<heating-systems+devices+installations buildings dwellings<buildings ' +
  'projects measures tasks documents policies<documents laws<documents directives<documents plans<documents ' +
  'reports<documents strategies<documents+plans standards<documents agreements<documents patents ' +
  'patent-applications<applications articles chapters applications platforms products technologies scenarios ' +
  'domains sectors<domains directions<domains areas<domains objectives indicators criteria recommendations ' +
  'partners members participants<people countries regions provinces<regions cities<municipalities ' +
  'municipalities<communities districts villages units authorities<institutions sites zones<sites parks<sites ' +
  'incubators<sites clusters centres<sites bases<sites events conferences<events meetings<events ' +
  'sessions<events cases deaths beds doses vaccines tests animals trees species parameters tokens customers ' +
  'subscribers downloads visits orders contracts transactions investments funds loans grants ' +
  'scholarships<grants prizes courses programmes<plans categories groups batches phases stages<phases steps ' +
  'pillars priorities votes seats pages languages shops hotels restaurants stations lines routes ports ' +
  'airports bridges roads mines fields farms points births<events questions containers shares cents meals ' +
  'tenders rivers works kindergartens<schools doctors-practices<institutions drones<aircraft+devices+robots ' +
  'devices<products tanks<vehicles weapons solar-parks<power-plants installations ' +
  'heating-systems<installations+devices reforms<measures services networks connections incidents ' +
  'accidents<incidents outages<incidents waste vaccinations visitors<people overnight-stays flights journeys ' +
  'permits tariffs taxes proposals systems components<products tools experiments countermeasures<measures ' +
  'missions rooms books marriages bankruptcies unemployed<people pensioners<people beneficiaries<people ' +
  'doctors<people+experts nurses<employees pupils<students self-employed<people founders<people ' +
  'taxpayers<people developers<employees+people+companies offences<incidents tunnels dams ' +
  'filling-stations<stations state-owned-enterprises<companies production-lines branches<institutions ' +
  'organisations engineers<people+employees+talents+experts entrepreneurs<people elderly<people ' +
  'volunteers<people member-states<countries racks<devices machines<devices phones<devices communities ' +
  'counties<regions+districts actions<measures achievements parcels teams<groups aspects reservoirs wells ' +
  'museums<institutions elevators<machines+installations administrative-items quarters places ranks times ' +
  'generations years-old solar-farms<power-plants calls apartments<dwellings ';

const parents: ReadonlyMap<string, readonly string[]> = new Map(
  tree
    .trim()
    .split(' ')
    .map((entry) => {
      const [concept = '', above = ''] = entry.split('<');
      return [concept, above === '' ? [] : above.split('+')] as const;
    }),
);

/** Parents that a configuration adds to the tree. */
export type ExtraParents = Readonly<Record<string, string>>;

/** Whether one of the concepts on the left is, holds or is held by one on the right. */
export function conceptsAgree(left: readonly string[], right: readonly string[], extra: ExtraParents = {}): boolean {
  return left.some((a) => right.some((b) => isKindOf(a, b, extra) || isKindOf(b, a, extra)));
}

/** Whether one of the concepts on the left is a kind of one on the right. */
export function conceptsBelow(left: readonly string[], right: readonly string[], extra: ExtraParents = {}): boolean {
  return left.some((a) => right.some((b) => isKindOf(a, b, extra)));
}

/** How deep the tree is at the most; a circle in a configuration ends there. */
const depthOfTree = 8;

function isKindOf(concept: string, ancestor: string, extra: ExtraParents, depth = depthOfTree): boolean {
  if (concept === ancestor) return true;
  if (depth === 0) return false;
  const above = Object.hasOwn(extra, concept) ? [extra[concept] as string] : (parents.get(concept) ?? []);
  return above.some((parent) => isKindOf(parent, ancestor, extra, depth - 1));
}

/** Whether the tree has the concept. */
export const isConcept = (name: string): boolean => parents.has(name);

/** Every noun that the tree has, as configurations write them: `data-centres`. */
export const nounConcepts = (): readonly string[] => [...parents.keys()];
