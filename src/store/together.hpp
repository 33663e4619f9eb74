#pragma once
// Rows of many accounts, or cycles, read together by the functions that read those of one: whoever
// is asked for one of them first reads all of them, with one statement a kind of row.

#include <functional>
#include <map>
#include <typeinfo>

#include "store/id_list.hpp"

namespace takt::store {

using domain::Id;

/// From now on, until the session's read ends, rows of one of these `ids` are read with those of
/// all the others: by rows_of() and whatever reads with it. Each set is read by itself; an id
/// stays in its first one. Only for a read, which sees one state: a write would not see what it
/// writes. Costs the memory of all rows asked for, so that a set is a few hundred ids.
void read_together(Session& session, std::span<const Id> ids);

/// The ids that are read with `id`, itself among them; null where it is read by itself. Valid until
/// the next call of read_together().
const std::vector<Id>* read_with(Session& session, const Id& id);

/// A select of the rows of listed ids: its text before and after the list.
struct ListedSelect {
  std::string before;
  std::string after;
};

/// The rows of `id`, in the select's order. `of`: what tells of which listed id a row is. The
/// `binds` are the same for all ids.
template <class T, class Of>
std::vector<T> rows_of(Session& session, const Id& id, const ListedSelect& select, Of of,
                       const Binds& binds = {}) {
  const auto read = [&](IdList list) {
    list.binds.insert(list.binds.end(), binds.begin(), binds.end());
    return session.rows<T>(select.before + list.names + select.after, list.binds);
  };
  const auto* ids = read_with(session, id);
  if (!ids) return read(id_list({&id, 1}));
  auto key = ids->front().text + typeid(T).name() + select.before + select.after;
  for (const auto& [name, cell] : binds)
    key += '\n' + cell.text + ' ' + std::to_string(cell.integer) + ' ' + std::to_string(cell.real);
  using Rows = std::map<Id, std::vector<T>>;
  if (!session.remembered<Rows>(key)) {
    Rows rows;
    for_each_list(*ids, [&](IdList list) {
      for (auto& row : read(std::move(list)))
        rows[static_cast<const Id&>(std::invoke(of, row))].push_back(std::move(row));
    });
    session.remember(key, std::move(rows));
  }
  const auto& rows = *session.remembered<Rows>(key);
  const auto found = rows.find(id);
  return found == rows.end() ? std::vector<T>{} : found->second;
}

}  // namespace takt::store
