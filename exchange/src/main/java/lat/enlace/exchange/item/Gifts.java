// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.util.Optional;
import lat.enlace.model.ItemId;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.ChannelBody;
import lat.enlace.model.dispatch.ConsentBody;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.ItemBody;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.SpontaneousBody;
import lat.enlace.model.dispatch.WarningBody;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;

/// What a dispatch gives, whichever kind brings it.
public final class Gifts {
  private Gifts() {}

  /// The item given; nothing where a dispatch gives none.
  public static Optional<ItemId> item(Body body) {
    return given(body).map(RequestBody.Reply.Given::item);
  }

  /// Its content.
  public static Optional<Entity> entity(Body body) {
    return given(body).map(RequestBody.Reply.Given::entity);
  }

  private static Optional<RequestBody.Reply.Given> given(Body body) {
    return switch (body) {
      case HitBody.Disclosure one ->
          Optional.of(new RequestBody.Reply.Given(one.item(), one.entity()));
      case RequestBody.Reply reply -> reply.given().stream().findFirst();
      case SpontaneousBody.Information one ->
          Optional.of(new RequestBody.Reply.Given(one.item(), one.entity()));
      case HitBody _,
          RequestBody _,
          SpontaneousBody _,
          AlertBody _,
          ItemBody _,
          ConsentBody _,
          WhereaboutsBody _,
          WarningBody _,
          ChannelBody _ ->
          Optional.empty();
    };
  }
}
