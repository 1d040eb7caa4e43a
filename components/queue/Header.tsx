import { useEffect } from 'react';
import type { Member, Workspace } from '../../review/model';
import { PersonMenu } from '../session/PersonMenu';
import { Icon, IconButton, Logo, Menu, MenuItem } from '../ui';
import { hasSidePanel, isPopup, openInWindow, openOptions, openSidePanel, prepareSidePanel } from './open-page';
import styles from './Header.module.css';

interface Props {
  workspace: Workspace;
  member: Member;
  members: readonly Member[];
  onSwitch(memberId: string): void;
  onLock(): void;
  onHelp(): void;
}

export function Header({ workspace, member, members, onSwitch, onLock, onHelp }: Props) {
  useEffect(() => prepareSidePanel(), []);
  const others = members.filter(({ id, removedAt }) => id !== member.id && removedAt === null);
  return (
    <header className={styles['header']}>
      <h1 className="cs-hidden">Held posts of {workspace.name}</h1>
      <Logo size={24} />
      <Menu
        align="start"
        trigger={<button type="button" className={styles['workspace']}><span className={styles['name']}>{workspace.name}</span><Icon name="ui-chev-d" /></button>}
      >
        <MenuItem icon="ui-rules" onSelect={() => void openOptions('rules')}>Rules</MenuItem>
        <MenuItem icon="ui-people" onSelect={() => void openOptions('people')}>People and accounts</MenuItem>
        <MenuItem icon="ui-globe" onSelect={() => void openOptions('sites')}>Sites and coverage</MenuItem>
        <MenuItem icon="ui-log" onSelect={() => void openOptions('audit')}>Audit log</MenuItem>
      </Menu>
      <span className={styles['place']} title="This workspace stays on this computer"><Icon name="ui-laptop" size={14} /><span className={styles['placeWords']}>This computer</span></span>
      {isPopup() && hasSidePanel() && <IconButton icon="ui-side" label="Open in side panel" onClick={() => void openSidePanel()} />}
      <IconButton icon="ui-ext" label="Open in window" glyph={18} onClick={() => void openInWindow(null)} />
      <IconButton icon="ui-sliders" label="Options" onClick={() => void openOptions('sites')} />
      <PersonMenu member={member} others={others} onSwitch={onSwitch} onLock={onLock} onHelp={onHelp} />
    </header>
  );
}
