# The default statuses, priorities and trackers, the REST interface switched on, and a known key for the administrator.
Redmine::DefaultData::Loader.load('en')
Setting.rest_api_enabled = '1'
admin = User.find_by_login('admin')
admin.update!(must_change_passwd: false)
Token.create!(user: admin, action: 'api').update_column(:value, ENV.fetch('REDMINE_EXAM_SECRET'))
