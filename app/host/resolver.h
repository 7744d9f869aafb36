#pragma once

#include "host/descriptor.h"

#include <QtCore/QHash>

namespace verbale::host {

/// A plugin as the resolver sees it.
struct ResolveNode
{
    QString id;
    QVersionNumber version;
    QList<Requirement> needs;
    bool candidate = false; ///< its descriptor is good and nothing has switched it off
    QString reason;         ///< why it is no candidate: "it is switched off"
};

struct Resolution
{
    QList<qsizetype> order; ///< candidates that have all they need, needed ones first, else as given
    QHash<qsizetype, Problem> missed; ///< the other candidates, each with the reason
};

/// Which plugins can be started, and in which order. A pure function; ids of candidates are distinct.
Resolution resolve(const QList<ResolveNode> &nodes);

} // namespace verbale::host
