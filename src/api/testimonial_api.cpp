#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "domain/testimonial.hpp"

namespace takt::api {

using namespace domain;

void declare_testimonial_routes(Router& router, Parts&) {
  declare_entity<Testimonial>(router);
  declare_entity<TestimonialUse>(router);
}

}  // namespace takt::api
