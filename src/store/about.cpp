#include "store/about.hpp"

namespace takt::store {

using namespace domain;

AboutEntry about_entry(Session& session, AboutKind kind, const Id& id) {
  return with_about(kind, [&]<class T>(std::type_identity<T>) {
    const auto found = find<T>(session, id);
    if (!found) return AboutEntry{"", true, {}};
    AboutEntry out{
        title_of(session, *found), found->archived_at || !hangs_on_present(session, *found), {}};
    if constexpr (requires { found->key_result; }) out.key_result = found->key_result;
    return out;
  });
}

std::string about_name(Session& session, AboutKind kind, const Id& id) {
  return about_entry(session, kind, id).name;
}

}  // namespace takt::store
