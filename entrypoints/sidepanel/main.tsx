import { App } from '../../components/queue/App';
import { mountPage } from '../../components/ui';

mountPage('sidepanel', <App />);
