terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region = "cn-shenzhen"
}

provider "alicloud" {
  alias  = "hongkong"
  region = "cn-hongkong"
}

module "mainland" {
  source = "./site"

  name    = "shenzhen"
  zone_id = "cn-shenzhen-e"
}

module "hongkong" {
  source = "./site"

  providers = {
    alicloud = alicloud.hongkong
  }

  name    = "hongkong"
  zone_id = "cn-hongkong-b"
}

module "school" {
  source = "./zone"

  domain_name = "example.com"
}

module "library" {
  source = "./zone"

  domain_name = "example.net"
}

module "courses" {
  source = "./zone"

  domain_name = "example.cn"
}

# The addresses of the campuses, which are answered with machines near them.
resource "alicloud_alidns_custom_line" "school_campus" {
  custom_line_name = "school-campus"
  domain_name      = module.school.name

  ip_segment_list {
    start_ip = "192.0.2.1"
    end_ip   = "192.0.2.254"
  }
}

resource "alicloud_alidns_custom_line" "library_campus" {
  custom_line_name = "library-campus"
  domain_name      = module.library.name

  ip_segment_list {
    start_ip = "192.0.2.1"
    end_ip   = "192.0.2.254"
  }
}

# The school, filed: those abroad are served from Hong Kong.
resource "alicloud_alidns_record" "school_www" {
  domain_name = module.school.name
  rr          = "www"
  type        = "A"
  line        = "default"
  value       = module.mainland.address
  ttl         = 600
}

resource "alicloud_alidns_record" "school_www_oversea" {
  domain_name = module.school.name
  rr          = "www"
  type        = "A"
  line        = "oversea"
  value       = module.hongkong.address
  ttl         = 600
}

resource "alicloud_alidns_record" "school_edu_campus" {
  domain_name = module.school.name
  rr          = "edu"
  type        = "A"
  line        = alicloud_alidns_custom_line.school_campus.id
  value       = module.hongkong.address
  ttl         = 600
}

resource "alicloud_alidns_record" "school_shop" {
  domain_name = module.school.name
  rr          = "shop"
  type        = "CNAME"
  line        = "default"
  value       = "shops.myshopify.com"
  ttl         = 600
}

resource "alicloud_alidns_record" "school_static" {
  domain_name = module.school.name
  rr          = "static"
  type        = "CNAME"
  line        = "default"
  value       = "static.example.com.cdn.dnsv1.com"
  ttl         = 600
}

# The library, not filed: everything it has is in Shenzhen.
resource "alicloud_alidns_record" "library_www" {
  domain_name = module.library.name
  rr          = "www"
  type        = "A"
  line        = "default"
  value       = module.mainland.address
  ttl         = 600
}

resource "alicloud_alidns_record" "library_www_telecom" {
  domain_name = module.library.name
  rr          = "www"
  type        = "A"
  line        = "telecom"
  value       = module.mainland.address
  ttl         = 600
}

resource "alicloud_alidns_record" "library_edu_campus" {
  domain_name = module.library.name
  rr          = "edu"
  type        = "A"
  line        = alicloud_alidns_custom_line.library_campus.id
  value       = module.mainland.address
  ttl         = 600
}

resource "alicloud_alidns_record" "library_any" {
  domain_name = module.library.name
  rr          = "*"
  type        = "A"
  line        = "default"
  value       = module.mainland.address
  ttl         = 600
}

# The courses, not filed: what they have is what others serve.
resource "alicloud_alidns_record" "courses_status" {
  domain_name = module.courses.name
  rr          = "status"
  type        = "CNAME"
  line        = "default"
  value       = "status.courses.example.net"
  ttl         = 600
}

resource "alicloud_alidns_record" "courses_help" {
  domain_name = module.courses.name
  rr          = "help"
  type        = "CNAME"
  line        = "default"
  value       = "portal.example.cn"
  ttl         = 600
}
