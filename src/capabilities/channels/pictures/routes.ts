import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { presentDelivery } from "../deliveries/present-delivery.ts";
import { approvePictures, choosePictures } from "./choose-pictures.ts";
import { pictureContract } from "./contract.ts";

const api = implement(pictureContract).$context<ApiContext>().use(authorised);

export const pictureRoutes = {
  choosePictures: api.choosePictures.handler(({ input, context }) =>
    context.work(async (work) => {
      await choosePictures(work, input);
      return presentDelivery(work.tx, context.actor, input.id);
    }),
  ),
  approvePictures: api.approvePictures.handler(({ input, context }) =>
    context.work(async (work) => {
      await approvePictures(work, input);
      return presentDelivery(work.tx, context.actor, input.id);
    }),
  ),
};
