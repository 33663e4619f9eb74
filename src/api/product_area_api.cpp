#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "domain/product_area.hpp"

namespace takt::api {

using namespace domain;

void declare_product_area_routes(Router& router, Parts&) { declare_entity<ProductArea>(router); }

}  // namespace takt::api
