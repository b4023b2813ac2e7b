Set($rtname, 'exam');
Set($Organization, 'exam');
Set($WebDomain, '127.0.0.1');
Set($WebPort, PORT);
Set($WebPath, '');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, 'FOLDER/database.sqlite');
Set($Timezone, 'Europe/Athens');
# Mail goes to a file; a password is checked with every request, so as little work as is allowed.
Set($MailCommand, 'testfile');
Set($BcryptCost, 10);
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'error');
1;
