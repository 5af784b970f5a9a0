import { useEffect } from 'preact/hooks';
import { Banners } from './components/banners.tsx';
import { defineLazy } from './components/define-lazy.tsx';
import { Header } from './components/header.tsx';
import { HeldBar } from './components/held-bar.tsx';
import { Nav } from './components/nav.tsx';
import { ToastList } from './components/toasts.tsx';
import { AppContext, type App as State, useApp } from './state/app.ts';
import { listenToKeys } from './state/keyboard.ts';
import { Home } from './views/home.tsx';
import { Library } from './views/library.tsx';
import { Runs } from './views/runs.tsx';

const Audit = defineLazy(() => import('./views/audit.tsx').then((chunk) => chunk.Audit));
const Artifact = defineLazy(() => import('./views/artifact.tsx').then((chunk) => chunk.Artifact));
const Contacts = defineLazy(() => import('./views/contacts.tsx').then((chunk) => chunk.Contacts));
const Run = defineLazy(() => import('./views/run.tsx').then((chunk) => chunk.Run));
const EditSchedule = defineLazy(() => import('./views/edit-schedule.tsx').then((chunk) => chunk.EditSchedule));
const Schedule = defineLazy(() => import('./views/schedule.tsx').then((chunk) => chunk.Schedule));
const Schedules = defineLazy(() => import('./views/schedules.tsx').then((chunk) => chunk.Schedules));
const Settings = defineLazy(() => import('./views/settings.tsx').then((chunk) => chunk.Settings));
const Sites = defineLazy(() => import('./views/sites.tsx').then((chunk) => chunk.Sites));
const Spend = defineLazy(() => import('./views/spend.tsx').then((chunk) => chunk.Spend));
const Needs = defineLazy(() => import('./views/needs.tsx').then((chunk) => chunk.Needs));
const Palette = defineLazy(() => import('./components/palette.tsx').then((chunk) => chunk.Palette), null);
const BudgetDialog = defineLazy(
  () => import('./components/budget-dialog.tsx').then((chunk) => chunk.BudgetDialog),
  null,
);
const KeysDialog = defineLazy(() => import('./components/keys-dialog.tsx').then((chunk) => chunk.KeysDialog), null);

/** The whole panel. Narrow: a head and one view. Wide: navigation beside it, and the views lay their inspector to the right. */
export function App({ app }: { app: State }) {
  useEffect(() => listenToKeys(document, app), [app]);
  const overlay = app.overlay.value;
  return (
    <AppContext.Provider value={app}>
      <div class="app" data-wide={app.wide || undefined}>
        {app.wide ? <Nav /> : <HeadOfHome />}
        <main class="main">
          <HeldBar />
          <Banners />
          <View />
        </main>
        <ToastList />
        <LiveRegion />
        {overlay.kind === 'palette' && <Palette />}
        {overlay.kind === 'keys' && <KeysDialog />}
        {overlay.kind === 'budget' && <BudgetDialog run={overlay.run} />}
      </div>
    </AppContext.Provider>
  );
}

/** In the narrow layout the other views have a head of their own, with the way back. */
function HeadOfHome() {
  return useApp().router.route.value.view === 'home' ? <Header /> : null;
}

function LiveRegion() {
  return (
    <p class="visually-hidden" aria-live="polite" role="status">
      {useApp().announcer.message.value}
    </p>
  );
}

function View() {
  const route = useApp().router.route.value;
  switch (route.view) {
    case 'home':
      return <Home />;
    case 'run':
      return <Run key={route.id} id={route.id} />;
    case 'artifact':
      return <Artifact key={route.id} id={route.id} />;
    case 'needs':
      return <Needs />;
    case 'library':
      return <Library />;
    case 'runs':
      return <Runs />;
    case 'schedules':
      return <Schedules />;
    case 'schedule':
      return <Schedule key={route.id} id={route.id} />;
    case 'edit-schedule':
      return <EditSchedule key={route.id ?? 'new'} id={route.id} />;
    case 'sites':
      return <Sites />;
    case 'contacts':
      return <Contacts />;
    case 'spend':
      return <Spend />;
    case 'audit':
      return <Audit />;
    case 'settings':
      return <Settings />;
  }
}
