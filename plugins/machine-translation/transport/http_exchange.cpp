#include "plugins/machine-translation/transport/http_exchange.h"

namespace verbale::mt {

QByteArray HttpAnswer::header(QByteArrayView name) const
{
    for (const Header &one : headers) {
        if (one.name.compare(name, Qt::CaseInsensitive) == 0)
            return one.value;
    }
    return {};
}

} // namespace verbale::mt
