import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { IconGripVertical } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Movable, move } from "../api/entity";
import { ofAccounts, useSend } from "../api/use-send";
import { useMay } from "../app/may";

interface Item {
  id: string;
  version: number;
  title: string;
}

/** A list that is put in order by drag or by keyboard (space, arrows, space). */
export function SortableList({
  collection,
  items,
  render,
}: {
  collection: Movable;
  items: Item[];
  render: (id: string, handle: ReactNode) => ReactNode;
}) {
  const { t } = useTranslation();
  const [order, setOrder] = useState(items.map(({ id }) => id));
  const ids = items.map(({ id }) => id).join();
  useEffect(() => setOrder(ids === "" ? [] : ids.split(",")), [ids]);
  const sensors = useSensors(
    useSensor(PointerSensor),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const title = (id: string | number) => items.find((item) => item.id === id)?.title ?? "";

  const moving = useSend(
    ({ item, to }: { item: Item; from: number; to: number }) => move(collection, item, to + 1),
    {
      refreshes: [ofAccounts],
      ahead: ({ from, to }) => {
        setOrder(arrayMove(order, from, to));
        return () => setOrder(order);
      },
    },
  );
  const drop = async ({ active, over }: DragEndEvent) => {
    const from = order.indexOf(String(active.id));
    const to = over ? order.indexOf(String(over.id)) : -1;
    const item = items.find(({ id }) => id === active.id);
    if (!item || to < 0 || from === to) return;
    await moving.send({ item, from, to });
  };

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{
        screenReaderInstructions: { draggable: t("sort.how") },
        announcements: {
          onDragStart: ({ active }) => t("sort.lifted", { title: title(active.id) }),
          onDragOver: ({ over }) =>
            over ? t("sort.over", { position: order.indexOf(String(over.id)) + 1 }) : undefined,
          onDragEnd: ({ over }) =>
            over ? t("sort.dropped", { position: order.indexOf(String(over.id)) + 1 }) : undefined,
          onDragCancel: () => t("sort.cancelled"),
        },
      }}
    >
      <SortableContext items={order} strategy={verticalListSortingStrategy}>
        {order
          .filter((id) => items.some((item) => item.id === id))
          .map((id) => (
            <Sortable key={id} id={id} title={title(id)} render={render} />
          ))}
      </SortableContext>
    </DndContext>
  );
}

function Sortable({
  id,
  title,
  render,
}: {
  id: string;
  title: string;
  render: (id: string, handle: ReactNode) => ReactNode;
}) {
  const { t } = useTranslation();
  const { attributes, listeners, setNodeRef, transform, transition } = useSortable({ id });
  const handle = useMay().contribute && (
    <button
      type="button"
      className="handle"
      aria-label={t("sort.handle", { title })}
      {...attributes}
      {...listeners}
    >
      <IconGripVertical size={16} stroke={1.75} aria-hidden="true" />
    </button>
  );
  return (
    <div ref={setNodeRef} style={{ transform: CSS.Transform.toString(transform), transition }}>
      {render(id, handle)}
    </div>
  );
}
