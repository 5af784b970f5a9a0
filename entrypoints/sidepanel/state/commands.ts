import { t } from '../strings.ts';
import type { App } from './app.ts';
import { isHeld, pullBrake } from './hold.ts';
import { isMatch } from './match.ts';
import { places } from './places.ts';
import { artifactHash, needsHash, runHash } from './route.ts';

export type Command = { id: string; name: string; note: string; run: () => void };

const MOST = 30;

/** Everything the palette can do or open, the ones that match what was typed. */
export function commandsFor(app: App, wanted: string): Command[] {
  const { world, router, composer } = app;
  const goTo = (hash: string) => () => router.go(hash);
  const atHome = (order: { agent?: string; task?: string }) => () => {
    router.go('#/');
    composer.prepare(order);
  };
  const all: Command[] = [
    { id: 'new', name: t.palette.newTask, note: t.palette.command, run: atHome({}) },
    {
      ...{ id: 'brake', name: isHeld(world) ? t.palette.goOn : t.common.pauseAll, note: t.palette.command },
      run: () => pullBrake(app),
    },
    ...places.map((place) => ({ id: place.hash, name: place.name, note: t.palette.page, run: goTo(place.hash) })),
    { id: needsHash, name: t.needs.title, note: t.palette.page, run: goTo(needsHash) },
    { id: '#/audit', name: t.common.audit, note: t.palette.page, run: goTo('#/audit') },
    { id: '#/spend', name: t.common.spend, note: t.palette.page, run: goTo('#/spend') },
    ...(world.agents.value ?? []).flatMap((agent) =>
      agent.starters.map((starter) => ({
        id: `${agent.id} ${starter.title}`,
        name: t.palette.starter(agent.name, starter.title),
        note: t.palette.command,
        run: atHome({ agent: agent.id, task: starter.task }),
      })),
    ),
    ...(world.artifacts.value ?? []).map((one) => ({
      id: one.id,
      name: one.title,
      note: t.home.kind[one.kind],
      run: goTo(artifactHash(one.id)),
    })),
    ...(world.runs.value ?? []).map((run) => ({
      id: run.id,
      name: run.title,
      note: t.palette.run,
      run: goTo(runHash(run.id)),
    })),
  ];
  return all.filter((one) => isMatch(wanted, `${one.name} ${one.note}`)).slice(0, MOST);
}
