#include "typist.h"

#include <QtCore/QCryptographicHash>

namespace verbale::workbench {

QByteArray digestOf(const Document &document)
{
    QString all;
    for (const Unit &unit : document.units) {
        all += QLatin1String("unit ") + unit.fileId + u'/' + unit.id + u'\n';
        for (const Segment &segment : unit.segments)
            all += segment.id + u'|' + segment.source.text + u'|' + segment.target.text + u'|' +
                   stateName(segment.state) + u'\n';
    }
    for (const LeftOutLine &line : document.leftOut)
        all += QLatin1String("left out ") + line.text + u'\n';
    return QCryptographicHash::hash(all.toUtf8(), QCryptographicHash::Sha1).toHex();
}

} // namespace verbale::workbench
