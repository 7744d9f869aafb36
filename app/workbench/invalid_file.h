#pragma once

#include <QtCore/QObject>

namespace verbale::session {
struct InvalidFile;
}

namespace verbale::workbench {

class DocumentController;
class MessageBar;

/// Holds each XLIFF that is opened against its standard, on a worker, and tells in the bar what is wrong with
/// an invalid one: how many problems, the first three, and that it may be opened read-only.
class InvalidFileNotice final : public QObject
{
    Q_OBJECT
public:
    InvalidFileNotice(DocumentController &controller, MessageBar &bar, QObject *parent);

private:
    void look();
    void tell(const session::InvalidFile &invalid);

    DocumentController &m_controller;
    MessageBar &m_bar;
    int m_look = 0; ///< an answer to an earlier one is dropped
};

} // namespace verbale::workbench
