import { getRouteApi } from '@tanstack/react-router';
import { OrderPage } from '../features/trading/OrderPage';

const order = getRouteApi('/app/trading/order');

export function OrderRoute() {
  return <OrderPage choice={order.useSearch()} />;
}
