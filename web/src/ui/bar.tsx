export { Bar } from "../cockpit/bar";
