#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "domain/site.hpp"

namespace takt::api {

using namespace domain;

void declare_site_routes(Router& router, Parts&) { declare_entity<Site>(router); }

}  // namespace takt::api
