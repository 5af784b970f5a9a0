import '../styles/forms.css';
import { useSignal } from '@preact/signals';
import { Button } from '../components/button.tsx';
import { DataSection } from '../components/data-section.tsx';
import { EngineForm } from '../components/engine-form.tsx';
import { EngineRow } from '../components/engine-row.tsx';
import { Icon } from '../components/icon.tsx';
import { Section } from '../components/section.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ViewHead } from '../components/view-head.tsx';
import { useApp } from '../state/app.ts';
import { settings as settingWords } from '../strings/settings.ts';
import { t } from '../strings.ts';

/** Engines, the data, and what was refused. */
export function Settings() {
  const { world } = useApp();
  const adding = useSignal(false);
  const known = world.engines.value;
  const done = () => {
    adding.value = false;
  };
  return (
    <div class="view">
      <ViewHead title={settingWords.title} />
      <div class="scroll">
        <Section title={settingWords.engines}>
          <p class="quiet">{settingWords.enginesWhy}</p>
          {!known && <Skeleton rows={2} />}
          <ul class="engines" aria-label={settingWords.engines}>
            {known?.engines.map((engine) => (
              <EngineRow
                key={engine.id}
                engine={engine}
                isCurrent={engine.id === known.current}
                hasKey={known.withKey.includes(engine.id)}
              />
            ))}
          </ul>
          {adding.value ? (
            <EngineForm hasKey={false} onDone={done} />
          ) : (
            <Button
              icon="plus"
              onClick={() => {
                adding.value = true;
              }}
            >
              {settingWords.add}
            </Button>
          )}
        </Section>
        <Section title={settingWords.spend}>
          <p class="quiet">{settingWords.spendWhy}</p>
          <a class="button" data-kind="plain" href="#/spend">
            <Icon name="coins" />
            {t.common.spend}
          </a>
        </Section>
        <Section title={settingWords.permissions}>
          <p class="quiet">{settingWords.permissionsWhy}</p>
          <div class="settings-links">
            <a class="button" data-kind="plain" href="#/sites">
              <Icon name="shield" />
              {t.common.sites}
            </a>
            <a class="button" data-kind="plain" href="#/contacts">
              <Icon name="users" />
              {t.common.contacts}
            </a>
          </div>
        </Section>
        <DataSection />
        <Section title={settingWords.safety}>
          <p class="quiet">{settingWords.refusedCount(world.health.value?.refused ?? 0)}</p>
          <a class="button" data-kind="plain" href="#/audit">
            <Icon name="shield" />
            {t.common.audit}
          </a>
        </Section>
      </div>
    </div>
  );
}
