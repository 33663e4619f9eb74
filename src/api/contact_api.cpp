#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "domain/contact.hpp"

namespace takt::api {

using namespace domain;

void declare_contact_routes(Router& router, Parts&) { declare_entity<Contact>(router); }

}  // namespace takt::api
